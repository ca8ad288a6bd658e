package org.quartermaster.platform.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The outbox as the relay sees it, over all tenants. */
final class OutboxTable {
    private static final long LOCK = 0x514D_5245_4C41_59L;
    private static final int NO_ANSWER_MILLIS = 120_000;
    private static final String REPLAY = "-replay-";
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-replay-\\d+)?");
    private static final long FORGET_EVERY_NANOS = Duration.ofMinutes(10).toNanos();

    private final Connection connection;
    private boolean locked;
    private long forgotten = System.nanoTime();

    /**
     * The outbox over a session that the server ends, and with it the lock, when it hears nothing for the length of
     * the lease. NB: a process that is paused, or whose machine is gone, would hold the lock for hours.
     */
    static OutboxTable of(Connection connection, Duration lease) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, NO_ANSWER_MILLIS);
        try (var set = connection.prepareStatement("select set_config('idle_session_timeout', ?, false)")) {
            set.setString(1, Long.toString(lease.toMillis()));
            set.execute();
        }
        return new OutboxTable(connection);
    }

    private OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * A row on its way.
     *
     * @param replays how often it was asked for again; part of the message id, or the server would drop it as known
     */
    record Row(UUID id, String entityKey, String subject, String envelope, int replays) {
        String messageId() {
            return replays == 0 ? id.toString() : id + REPLAY + replays;
        }
    }

    /** What waits to be published, and for how long the oldest has. */
    record Backlog(long pending, double oldestSeconds) {}

    /** True for the one relay that holds the lock; it keeps it until its connection ends. */
    boolean lock() throws SQLException {
        if (!locked) {
            try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                query.setLong(1, LOCK);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    locked = rows.getBoolean(1);
                }
            }
        }
        return locked;
    }

    /**
     * Gives committed rows their dense position. Rows that commit later get later ones, whatever their seq, so a
     * reader who remembers a position never misses a row.
     */
    int stamp(int limit) throws SQLException {
        var sql = """
                with pick as (
                  select event_id, row_number() over (order by seq) as n
                  from (select event_id, seq from platform.outbox where position is null order by seq limit ?) due
                ), counter as (
                  update platform.outbox_position set last_position = last_position + (select count(*) from pick),
                    updated_at = now()
                  where exists (select from pick)
                  returning last_position - (select count(*) from pick) as base
                )
                update platform.outbox o set position = counter.base + pick.n
                from pick, counter where o.event_id = pick.event_id
                """;
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, limit);
            return update.executeUpdate();
        }
    }

    List<Row> unpublished(int limit) throws SQLException {
        var sql = """
                select event_id, tenant_id || '/' || entity || '/' || entity_id, subject, envelope, replays
                from platform.outbox where published_at is null and position is not null order by position limit ?
                """;
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, limit);
            return rows(query);
        }
    }

    private static List<Row> rows(PreparedStatement query) throws SQLException {
        var found = new ArrayList<Row>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(
                        rows.getObject(1, UUID.class),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getInt(5)));
            }
        }
        return found;
    }

    void published(Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(
                "update platform.outbox set published_at = now() where event_id = any (?)")) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }

    /** Marks what is found in the stream by the ids of its messages; those of others are passed over. */
    void foundInStream(Collection<String> messageIds) throws SQLException {
        var sql = """
                update platform.outbox set published_at = now() where published_at is null
                and event_id = any (?) and event_id || case replays when 0 then '' else ? || replays end = any (?)
                """;
        var ours = messageIds.stream().filter(id -> OURS.matcher(id).matches()).toList();
        var ids = ours.stream().map(id -> UUID.fromString(id.substring(0, 36))).toArray();
        try (var update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("uuid", ids));
            update.setString(2, REPLAY);
            update.setArray(3, connection.createArrayOf("text", ours.toArray()));
            update.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        var sql = """
                select (select count(*) from platform.outbox where published_at is null),
                  coalesce((select extract(epoch from now() - created_at) from platform.outbox
                    where published_at is null order by position limit 1), 0)
                """;
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return new Backlog(rows.getLong(1), rows.getDouble(2));
        }
    }

    /** Drops rows published longer ago than the given time; looks every ten minutes. */
    void forget(Duration age) throws SQLException {
        if (System.nanoTime() - forgotten < FORGET_EVERY_NANOS) {
            return;
        }
        forgotten = System.nanoTime();
        try (var delete = connection.prepareStatement(
                "delete from platform.outbox where published_at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, age.toSeconds());
            delete.executeUpdate();
        }
    }
}
