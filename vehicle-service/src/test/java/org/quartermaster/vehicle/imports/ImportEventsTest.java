package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.VehicleTest;
import org.quartermaster.vehicle.feed.Column;

/** What imports publish. */
@VehicleTest
class ImportEventsTest {
    private static final Caller SYSTEM = Caller.system(SystemWrites.PUBLIC);

    private final Sender sender = Sender.create();

    @Inject
    ImportRegistry registry;

    @Inject
    Runs runs;

    /** A run whose job ended without a word to it. */
    private String left(String state) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = LocalServers.adminConnection("vehicle")) {
            Sql.update(
                    connection,
                    "insert into audit.etl_runs (run_id, status, about) values (?, 'running', cast(? as jsonb))",
                    id,
                    """
                    {"source": "%s", "mode": "snapshot", "bytes": 1, "snapshot_at": "2026-03-01T08:00:00Z"}
                    """.formatted(sender.source()));
            Sql.update(connection, """
                    insert into platform.job (tenant_id, job_id, kind, state, parameters, created_by, roles, language,
                      received_at, finished_at)
                    values (?, ?, 'vehicle.import', ?, '{}', 'nobody', '{}', 'en', now(), now())
                    """, sender.tenant().id(), id.toString(), state);
        }
        return id.toString();
    }

    @Test
    void anImportWhoseWorkerDiedIsToldOfOnce() throws SQLException, IOException {
        var failed = left("failed");
        var cancelled = left("cancelled");

        registry.settle();
        registry.settle();

        var events = Sender.events(failed, "failed");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/error/code").textValue()).isEqualTo("interrupted");
        assertThat(events.get(0).path("state").textValue()).isEqualTo("failed");
        assertThat(Sender.events(cancelled, "%")).isEmpty();
    }

    @Test
    void anImportWithoutItsFileIsToldOf() throws SQLException, IOException {
        var id = left("running");

        runs.close(SYSTEM, runs.read(UUID.fromString(id)), "interrupted", null);

        assertThat(Sender.events(id, "failed")).hasSize(1);
    }

    @Test
    void aRejectedFileIsToldOf() throws SQLException, IOException {
        var rejected = sender.ended(sender.send("<html>", ""));

        var events = Sender.events(rejected.getString("import_id"), "rejected");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/error/code").textValue()).isEqualTo("not_csv");
    }

    @Test
    void aLoadTellsOfMaterialChangesInTheSlowLaneAndTheFirstOfNone() throws SQLException, IOException {
        var lots = Sender.lots(6);
        var first = sender.load(Sender.file(lots), "2026-03-01T08:00:00Z");
        for (var lot : lots) {
            lot.put(Column.UPDATED, "2026-03-02T07:00:00Z");
            lot.put(Column.HIGH_BID, "9000.0");
        }
        lots.get(0).put(Column.SALE_DATE, "20260420");
        lots.get(1).put(Column.TITLE_TYPE, "SC");
        var second = sender.load(Sender.file(lots), "2026-03-02T08:00:00Z");

        assertThat(second.getInt("counts.updated")).isEqualTo(6);
        assertThat(Sender.lotEvents(first.getString("import_id"))).isEmpty();
        assertThat(Sender.lotEvents(second.getString("import_id")))
                .containsExactly("qm.vehicle.public.lot.updated 1", "qm.vehicle.public.lot.updated 1");
        var completed =
                Sender.events(second.getString("import_id"), "completed").get(0);
        assertThat(completed.path("lot_events").asInt()).isEqualTo(2);
        assertThat(completed.path("lot_events_sent").asInt()).isEqualTo(2);
    }
}
