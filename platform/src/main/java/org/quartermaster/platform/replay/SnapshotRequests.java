package org.quartermaster.platform.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quartermaster.platform.db.Ids;

/** The requests for snapshots: one end asks and watches, the other one works. */
final class SnapshotRequests {
    private static final long LOCK = 0x514D_534E_4150L;

    private final Connection connection;

    SnapshotRequests(Connection connection) {
        this.connection = connection;
    }

    /** How far a request has come. */
    record Progress(String state, long done, String error) {
        boolean isFinished() {
            return state.equals("succeeded") || state.equals("failed");
        }
    }

    /** The id of a new request. */
    String ask() throws SQLException {
        var id = Ids.next("snapshot");
        try (var insert =
                connection.prepareStatement("insert into platform.snapshot_request (request_id) values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
        return id;
    }

    Progress progress(String id) throws SQLException {
        var sql = "select state, done, error from platform.snapshot_request where request_id = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new Progress(rows.getString(1), rows.getLong(2), rows.getString(3));
            }
        }
    }

    /**
     * The oldest request that is not finished, for one worker of all replicas; null when there is none. A request whose
     * worker died begins again: a snapshot that comes twice changes nothing.
     */
    String take() throws SQLException {
        var sql = """
                update platform.snapshot_request set state = 'running', done = 0
                where request_id = (select request_id from platform.snapshot_request
                  where state in ('queued', 'running') order by created_at limit 1)
                  and pg_try_advisory_lock(?)
                returning request_id
                """;
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, LOCK);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    void advance(String id, long done) throws SQLException {
        try (var update =
                connection.prepareStatement("update platform.snapshot_request set done = ? where request_id = ?")) {
            update.setLong(1, done);
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    /** @param error null when all went well */
    void finish(String id, long done, String error) throws SQLException {
        var sql = """
                update platform.snapshot_request set state = ?, done = ?, error = ?, finished_at = now()
                where request_id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, error == null ? "succeeded" : "failed");
            update.setLong(2, done);
            update.setString(3, error);
            update.setString(4, id);
            update.executeUpdate();
        }
    }
}
