package org.quartermaster.equipment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.quartermaster.platform.testing.Eventually.await;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.platform.testing.TestTenant;

/** The counters of {@code /q/metrics} that say what was done. */
@EquipmentTest
class MetricsTest {
    private static final String MACHINES = "/api/v1/equipment";

    private final TestTenant tenant = TestTenant.create();

    @Inject
    Writes writes;

    private static double created() {
        return Metrics.value("changes_total", "entity=\"equipment\",verb=\"created\"");
    }

    private String machine() {
        return tenant.post(MACHINES, "{\"name\": \"A\", \"equipment_type\": \"pump\"}")
                .statusCode(201)
                .extract()
                .path("equipment_id");
    }

    /** Registers a machine, with its audit row and event, in a transaction that fails after that. */
    private Uni<Void> registerInVain() {
        return writes.write(Caller.system(tenant.id()), unit -> {
            unit.changed(Change.created("equipment", "eq_none", Map.of("name", "A")));
            return writes.log(unit).chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back")));
        });
    }

    @Test
    void aChangeCountsWhenItIsCommittedAndNotWhenItIsRolledBack() {
        var before = created();

        assertThatThrownBy(() -> Awaiting.result(this::registerInVain)).hasMessage("rolled back");
        assertThat(created()).isEqualTo(before);

        machine();
        assertThat(created()).isEqualTo(before + 1);
    }

    @Test
    void samplesCountByTheirOutcome() {
        var sample = "[{\"equipment_id\": \"%s\", \"recorded_at\": \"%s\", \"hours\": 1}]"
                .formatted(machine(), Instant.now().minus(1, ChronoUnit.HOURS));
        var accepted = Metrics.value("telemetry_samples_total", "outcome=\"accepted\"");
        var duplicate = Metrics.value("telemetry_samples_total", "outcome=\"duplicate\"");

        tenant.post("/api/v1/telemetry", sample).body("accepted", equalTo(1));
        tenant.post("/api/v1/telemetry", sample).body("duplicates", equalTo(1));

        assertThat(Metrics.value("telemetry_samples_total", "outcome=\"accepted\""))
                .isEqualTo(accepted + 1);
        assertThat(Metrics.value("telemetry_samples_total", "outcome=\"duplicate\""))
                .isEqualTo(duplicate + 1);
    }

    @Test
    void jobsCountByKindAndHowTheyEnd() {
        var labels = "kind=\"equipment.import\",state=\"succeeded\"";
        var before = Metrics.value("jobs_finished_total", labels);

        tenant.manager()
                .contentType("text/csv")
                .body("name,equipment_type\nA,pump\n")
                .post(MACHINES + "/import?mode=create")
                .then()
                .statusCode(202);

        await("the job is counted").until(() -> Metrics.value("jobs_finished_total", labels) == before + 1);
    }
}
