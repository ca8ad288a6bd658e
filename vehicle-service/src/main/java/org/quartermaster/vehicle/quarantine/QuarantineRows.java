package org.quartermaster.vehicle.quarantine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.vehicle.feed.FeedRecord;
import org.quartermaster.vehicle.feed.Finding;
import org.quartermaster.vehicle.feed.RowVerdict;
import org.quartermaster.vehicle.load.Effect;

/** Reads and writes records in quarantine within a transaction of the system role. */
@ApplicationScoped
class QuarantineRows {
    private static final String ORIGIN = """
            select f.file_id, f.source, f.snapshot_at, f.state from raw.csv_files f
            """;
    private static final String LOCK = """
            select q.id, q.row_no, q.line_no, q.state as row_state, q.version, q.raw_text,
              cast(q.payload_jsonb as text) as payload, cast(q.fixed as text) as fixed, f.file_id, f.source,
              f.snapshot_at, f.state, cast(f.headers_jsonb -> 'columns' as text) as columns
            from staging.copart_raw q join raw.csv_files f on f.file_id = q.file_id
            where %s for update of q
            """;
    private static final String SHOW =
            "select cast(" + QuarantineView.JSON + " as text) from staging.copart_raw q where q.id = ?";
    private static final String FIX = "update staging.copart_raw set fixed = cast(? as jsonb) where id = ?";
    private static final String DISMISS = """
            update staging.copart_raw q set state = 'dismissed', resolution = $2, resolved_by = $3, resolved_at = now()
            where q.id = $1 returning cast(%s as text) as record
            """.formatted(QuarantineView.JSON);
    private static final String STILL_BAD = """
            update staging.copart_raw set codes = ?, field = ?
            where id = ? and (codes, field) is distinct from (cast(? as text[]), cast(? as text))
            """;
    private static final String REPLAYED = """
            update staging.copart_raw set state = 'replayed', verdict = ?, effect = ?, applied_codes = ?,
              lot_external_id = ?, vin_raw = ?, resolved_by = ?, resolved_at = now()
            where id = ?
            """;

    private final DatabaseJson json;

    @Inject
    QuarantineRows(DatabaseJson json) {
        this.json = json;
    }

    /** The file of a record; 404 for none. */
    QuarantinedRecord.Origin origin(Connection connection, long id) throws SQLException {
        var sql = ORIGIN + "join staging.copart_raw q on q.file_id = f.file_id where q.id = ?";
        return Sql.query(connection, sql, QuarantineRows::origin, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(QuarantineList.NOT_FOUND));
    }

    /** The state of the file of a run; 404 for none. */
    Uni<String> stateOf(UnitOfWork unit, UUID run) {
        return unit.run("""
                        select f.state from raw.csv_files f join audit.etl_runs r on r.file_id = f.file_id
                        where r.run_id = $1
                        """, run).map(QuarantineList.NO_IMPORT::require).map(row -> row.getString("state"));
    }

    /** The file of a run; 404 for none. */
    QuarantinedRecord.Origin originOf(Connection connection, UUID run) throws SQLException {
        var sql = ORIGIN + "join audit.etl_runs r on r.file_id = f.file_id where r.run_id = ?";
        return Sql.query(connection, sql, QuarantineRows::origin, run).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(QuarantineList.NO_IMPORT));
    }

    /** One record, which nobody else decides on until the end of the transaction; 404 for none. */
    QuarantinedRecord lock(Connection connection, long id) throws SQLException {
        return Sql.query(connection, LOCK.formatted("q.id = ?"), this::record, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(QuarantineList.NOT_FOUND));
    }

    /** The next open records of a file. */
    List<QuarantinedRecord> lockOpen(Connection connection, UUID file, long after, int most) throws SQLException {
        var which = "q.file_id = ? and q.state = 'open' and q.id > ? order by q.id limit ?";
        return Sql.query(connection, LOCK.formatted(which), this::record, file, after, most);
    }

    QuarantineView show(Connection connection, long id) throws SQLException {
        return Sql.query(connection, SHOW, row -> json.read(row.getString(1), QuarantineView.class), id)
                .get(0);
    }

    void fix(Connection connection, long id, Mend mend) throws SQLException {
        Sql.update(connection, FIX, mend.equals(Mend.NONE) ? null : json.text(mend), id);
    }

    /** The state of one record, which nobody else decides on until the end of the transaction; 404 for none. */
    Uni<String> lockState(UnitOfWork unit, long id) {
        return unit.run("select state from staging.copart_raw where id = $1 for update", id)
                .map(QuarantineList.NOT_FOUND::require)
                .map(row -> row.getString("state"));
    }

    Uni<QuarantineView> dismiss(UnitOfWork unit, long id, String reason) {
        return unit.run(DISMISS, id, reason, unit.caller().subject())
                .map(rows -> json.read(rows.iterator().next().getString("record"), QuarantineView.class));
    }

    /** A record that still cannot be used stays open with the reasons of now. */
    void leaveOpen(Connection connection, long id, FeedRecord read) throws SQLException {
        var reasons = read.findings().stream()
                .filter(finding -> finding.code().verdict() == RowVerdict.QUARANTINE)
                .toList();
        var codes =
                reasons.stream().map(Finding::code).distinct().map(Words::of).toArray(String[]::new);
        var field = reasons.get(0).field();
        Sql.update(connection, STILL_BAD, codes, field, id, codes, field);
    }

    void close(Connection connection, long id, Effect effect, String by) throws SQLException {
        Sql.update(
                connection,
                REPLAYED,
                effect.verdict(),
                effect.effect(),
                effect.codes().toArray(String[]::new),
                effect.lotNumber(),
                effect.vinRaw(),
                by,
                id);
    }

    private static QuarantinedRecord.Origin origin(ResultSet row) throws SQLException {
        return new QuarantinedRecord.Origin(
                row.getObject("file_id", UUID.class),
                row.getString("source"),
                Columns.instant(row.getObject("snapshot_at", OffsetDateTime.class)),
                row.getString("state"));
    }

    private QuarantinedRecord record(ResultSet row) throws SQLException {
        var fixed = row.getString("fixed");
        return new QuarantinedRecord(
                row.getLong("id"),
                row.getInt("row_no"),
                row.getInt("line_no"),
                row.getString("row_state"),
                row.getLong("version"),
                row.getString("raw_text"),
                strings(row.getString("payload")),
                fixed == null ? Mend.NONE : json.read(fixed, Mend.class),
                origin(row),
                List.of(json.read(row.getString("columns"), String[].class)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> strings(String text) {
        return text == null ? null : json.read(text, Map.class);
    }
}
