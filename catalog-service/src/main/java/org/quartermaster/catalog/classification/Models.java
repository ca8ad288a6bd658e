package org.quartermaster.catalog.classification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.quartermaster.catalog.text.Fold;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.SystemConnection;

/** The models of this replica: loaded in the background, and anew when a calibration was published. */
@ApplicationScoped
class Models {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final SystemConnection database;
    private final CalibrationTable calibrations;
    private final Map<ClassSystem, CompletableFuture<Model>> models = new EnumMap<>(ClassSystem.class);
    private Loop loop;

    @Inject
    Models(SystemConnection database, CalibrationTable calibrations) {
        this.database = database;
        this.calibrations = calibrations;
        for (var system : ClassSystem.values()) {
            models.put(system, new CompletableFuture<>());
        }
    }

    void start(@Observes StartupEvent event) {
        loop = Loop.start("classification-models", LOOK, this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** The model of a system, on the context that asks; waits for the first one only. */
    Uni<Model> get(ClassSystem system) {
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> future(system))
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    private CompletableFuture<Model> future(ClassSystem system) {
        synchronized (models) {
            return models.get(system);
        }
    }

    private void work(Loop running) throws SQLException, InterruptedException {
        try (var connection = database.open()) {
            while (running.isRunning()) {
                for (var system : ClassSystem.values()) {
                    refresh(connection, system);
                }
                running.well();
                running.sleep(LOOK);
            }
        }
    }

    private void refresh(Connection connection, ClassSystem system) throws SQLException {
        var newest = calibrations.newest(connection, system);
        var id = newest.map(CalibrationTable.Stored::id).orElse(0L);
        var loaded = future(system).getNow(null);
        if (loaded == null || loaded.calibrationId() != id) {
            var calibration = newest.map(CalibrationTable.Stored::calibration).orElseGet(StandardCalibration::get);
            put(system, load(connection, system, id, calibration));
        }
    }

    private static Model load(Connection connection, ClassSystem system, long id, Calibration calibration)
            throws SQLException {
        var index = new SuggestionIndex(
                ModelTables.labels(connection, system), ModelTables.examples(connection, system), Fold::fold);
        return new Model(id, new SuggestionEngine(index, calibration), ModelTables.titles(connection, system));
    }

    private void put(ClassSystem system, Model model) {
        synchronized (models) {
            if (!models.get(system).complete(model)) {
                models.put(system, CompletableFuture.completedFuture(model));
            }
        }
    }
}
