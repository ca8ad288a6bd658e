package org.quartermaster.vehicle.imports;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.vehicle.load.Counts;

/** Counts what imports did, once it is committed; dry runs do nothing. */
@ApplicationScoped
class ImportMeters {
    private final Runs runs;
    private final MeterRegistry meters;

    @Inject
    ImportMeters(Runs runs, MeterRegistry meters) {
        this.runs = runs;
        this.meters = meters;
    }

    /** Blocking. */
    void ended(UUID id) throws SQLException {
        var view = runs.view(id);
        if (view.dryRun()) {
            return;
        }
        meters.counter("vehicle_imports", "source", view.source(), "state", view.state())
                .increment();
        if (view.counts() != null) {
            add("vehicle_import_codes", "code", view.counts().byCode());
        }
        if (view.state().equals("completed")) {
            loaded(view);
        }
    }

    private void loaded(ImportView view) {
        var counts = view.counts();
        var verdicts = Map.of(
                "ok", counts.ok(),
                "repair", counts.repaired(),
                "flag", counts.flagged(),
                "quarantine", counts.quarantined());
        verdicts.forEach(
                (verdict, n) -> meters.counter("vehicle_import_rows", "source", view.source(), "verdict", verdict)
                        .increment(n));
        add("vehicle_import_effects", "effect", effects(counts));
        meters.timer("vehicle_import_duration", "source", view.source())
                .record(Duration.between(view.startedAt(), view.completedAt()));
        meters.counter("vehicle_gate_closed", "source", view.source())
                .increment(view.gate().state().equals("closed") ? 1 : 0);
    }

    private static Map<String, Long> effects(Counts counts) {
        return Map.ofEntries(
                Map.entry("inserted", counts.inserted()),
                Map.entry("updated", counts.updated()),
                Map.entry("touched", counts.touched()),
                Map.entry("unchanged", counts.unchanged()),
                Map.entry("stale", counts.stale()),
                Map.entry("conflict", counts.conflicts()),
                Map.entry("duplicate", counts.duplicatesInFile()),
                Map.entry("relisted", counts.relisted()),
                Map.entry("disappeared", counts.disappeared()),
                Map.entry("reappeared", counts.reappeared()),
                Map.entry("suppressed", counts.suppressed()));
    }

    private void add(String name, String tag, Map<String, Long> numbers) {
        numbers.forEach((value, n) -> meters.counter(name, tag, value).increment(n));
    }
}
