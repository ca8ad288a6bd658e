package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.feed.FeedReader;
import org.quartermaster.vehicle.load.Counts;
import org.quartermaster.vehicle.load.Gate;

/** Writes into run and registry what an import did, and tells of it. Blocking. */
@ApplicationScoped
class ImportReport {
    private static final String ENTER_DRY = """
            insert into raw.csv_files (file_id, path, sha256, bytes, source, snapshot_at, mode, state)
            values (?, ?, ?, ?, ?, ?, ?, 'cancelled')
            """;
    private static final String RUN = """
            update audit.etl_runs set rows_processed = ?, errors = ?, counts = cast(? as jsonb),
              gate = cast(? as jsonb), about = about || cast(? as jsonb), heartbeat_at = now()
            where run_id = ?
            """;
    private static final String COMPLETE =
            "update audit.etl_runs set status = 'completed', completed_at = clock_timestamp() where run_id = ?";
    private static final String FILE = """
            update raw.csv_files set state = ?, row_count = ?, headers_jsonb = cast(? as jsonb), header_variant = ?,
              encoding = ?, had_bom = ?
            where file_id = ?
            """;
    private static final String COLUMN = """
            insert into audit.column_stats (file_id, column_name, rows, empty_rows, unknown_rows) values (?, ?, ?, ?, ?)
            """;

    private final Runs runs;
    private final LotNews news;
    private final SystemConnection database;
    private final ObjectMapper json;

    @Inject
    ImportReport(Runs runs, LotNews news, SystemConnection database, ObjectMapper json) {
        this.runs = runs;
        this.news = news;
        this.database = database;
        this.json = json;
    }

    /**
     * What is known when a file was read to its end.
     *
     * @param code why it was rejected all the same, or null
     */
    record Done(Counts counts, Gate gate, FeedReader reader, String code) {}

    /** A dry run has no entry in the registry, but its rows need one until they are rolled back. */
    void enter(Connection connection, RunOrder order) throws SQLException {
        if (order.dryRun()) {
            Sql.update(
                    connection,
                    ENTER_DRY,
                    order.id(),
                    order.about().path("name").textValue(),
                    order.file().sha256(),
                    order.file().bytes(),
                    order.source(),
                    Columns.time(order.snapshotAt()),
                    order.about().path("mode").textValue());
        }
    }

    /** In the transaction of the load. */
    void keep(SystemWrites.Unit unit, RunOrder order, Done done) throws SQLException {
        var connection = unit.connection();
        var header = done.reader.header();
        writeRun(connection, order, done);
        Sql.update(
                connection,
                FILE,
                done.code == null ? "loaded" : "loading",
                done.counts.read(),
                text(header(done)),
                Words.of(header.variant()),
                done.reader.encoding(),
                done.reader.hadBom(),
                order.id());
        for (var column : done.reader.counts().byColumn()) {
            Sql.update(connection, COLUMN, order.id(), column.name(), column.rows(), column.empty(), column.unknown());
        }
        if (done.code == null) {
            Sql.update(connection, COMPLETE, order.id());
            tell(unit, order);
        }
    }

    private void tell(SystemWrites.Unit unit, RunOrder order) throws SQLException {
        var told = news.of(unit.connection(), order, 0);
        var view = runs.show(unit, order.id());
        unit.changes()
                .add(new Change("import", order.id().toString(), "completed", view, null, told.numbers(), null, false));
        unit.bulk().addAll(told.changes());
    }

    /** After the rollback of a dry run. */
    void keepDry(RunOrder order, Done done) throws SQLException {
        try (var connection = database.open()) {
            writeRun(connection, order, done);
            if (done.code == null) {
                Sql.update(connection, COMPLETE, order.id());
            }
        }
    }

    private void writeRun(Connection connection, RunOrder order, Done done) throws SQLException {
        var about =
                json.createObjectNode().put("encoding", done.reader.encoding()).put("had_bom", done.reader.hadBom());
        about.set("header", header(done));
        Sql.update(
                connection,
                RUN,
                done.counts.read(),
                done.counts.quarantined(),
                text(done.counts),
                text(done.gate),
                about.toString(),
                order.id());
    }

    private ObjectNode header(Done done) {
        var header = done.reader.header();
        return json.valueToTree(new ImportView.ImportHeader(
                Words.of(header.variant()),
                header.names(),
                header.missing(),
                header.unknown(),
                header.renamed(),
                header.drift()));
    }

    private String text(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
