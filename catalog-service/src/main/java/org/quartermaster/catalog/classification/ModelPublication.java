package org.quartermaster.catalog.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.text.Fold;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.job.JobRun;

/** Measures anew what suggestions are worth when the lists have changed, and tells every replica to load them. */
@ApplicationScoped
public class ModelPublication {
    private final SystemConnection database;
    private final SystemWrites writes;
    private final CalibrationTable calibrations;

    @Inject
    ModelPublication(SystemConnection database, SystemWrites writes, CalibrationTable calibrations) {
        this.database = database;
        this.writes = writes;
        this.calibrations = calibrations;
    }

    /** Calibrates, publishes, and then evaluates; takes up to a minute with some ten thousand examples. */
    public void publish(JobRun run, ClassSystem system) throws SQLException {
        run.phase("calibrating", Map.of());
        List<ClassificationLabel> labels;
        List<LabelledText> examples;
        try (var connection = database.open()) {
            labels = ModelTables.labels(connection, system);
            examples = ModelTables.examples(connection, system);
        }
        var training = new ClassificationTraining(labels, Fold::fold);
        var split = NameSplit.of(examples);
        var calibration = training.calibration(examples);
        var version = new SuggestionIndex(labels, examples, Fold::fold).version();
        add(
                run,
                system.word(),
                version,
                StoredCalibration.of(calibration),
                split.tested().size());
        if (!split.tested().isEmpty()) {
            run.phase("evaluating", Map.of());
            var evaluation = ClassificationEvaluation.of(training.train(split.learned()), split.tested());
            add(run, system.word() + CalibrationTable.EVALUATION, version, List.of(evaluation), evaluation.names());
        }
    }

    private void add(JobRun run, String kind, String version, Object bins, int sample) throws SQLException {
        writes.<Boolean, SQLException>write(run.caller(), unit -> {
            run.guard(unit.connection());
            calibrations.add(unit.connection(), kind, version, bins, sample);
            return true;
        });
    }
}
