package org.quartermaster.vehicle.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.imports.ImportSettings;
import org.quartermaster.vehicle.imports.ImportSettings.Mode;
import org.quartermaster.vehicle.imports.Intake;

/** The feed of the demo: two snapshots, sent as a data admin would send them. */
@ApplicationScoped
class DemoMarket {
    private static final String IS_USED = "select 1 from raw.csv_files limit 1";

    private final SystemConnection database;
    private final Intake intake;

    @Inject
    DemoMarket(SystemConnection database, Intake intake) {
        this.database = database;
        this.intake = intake;
    }

    /** Queues both files where none has ever come in. Blocking. */
    void write(Caller caller, DemoSnapshots feed) throws SQLException {
        if (isUsed()) {
            return;
        }
        for (var file : feed.files()) {
            var bytes = file.text().getBytes(StandardCharsets.UTF_8);
            intake.take(caller, settings(file), new ByteArrayInputStream(bytes));
        }
    }

    private static ImportSettings settings(DemoSnapshots.Snapshot file) {
        return new ImportSettings("copart", file.name(), file.at(), Mode.SNAPSHOT, false, null);
    }

    private boolean isUsed() throws SQLException {
        try (var connection = database.open()) {
            return !Sql.query(connection, IS_USED, row -> true).isEmpty();
        }
    }
}
