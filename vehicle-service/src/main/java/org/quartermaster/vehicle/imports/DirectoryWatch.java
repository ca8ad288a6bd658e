package org.quartermaster.vehicle.imports;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;

/**
 * Looks after the watched directory. One replica does, as long as it lives; a file stays where it is until its import
 * has ended, so that the next replica finds it and, by its hash, the import that it has already.
 */
@ApplicationScoped
class DirectoryWatch {
    private static final String NAME = "import-watch";

    private final WatchConfig config;
    private final OneReplica one;
    private final WatchedImports imports;
    private Loop loop;

    @Inject
    DirectoryWatch(WatchConfig config, OneReplica one, WatchedImports imports) {
        this.config = config;
        this.one = one;
        this.imports = imports;
    }

    void start(@Observes StartupEvent event) {
        config.directory()
                .ifPresent(directory -> loop = Loop.start(NAME, config.look(), turns -> watch(turns, directory)));
    }

    void stop(@Observes ShutdownDelayInitiatedEvent shutdown) {
        if (loop != null) {
            loop.stop();
        }
    }

    private void watch(Loop turns, Path directory) throws SQLException, InterruptedException {
        one.run(NAME, connection -> watchAlone(turns, directory, connection));
        turns.sleep(config.look());
    }

    /** NB: each look asks the database, which also tells that the lock is still there. */
    private void watchAlone(Loop turns, Path directory, Connection connection) throws SQLException {
        var watched = new WatchedDirectory(directory, config.settled());
        try {
            Files.createDirectories(directory);
            while (turns.isRunning()) {
                Sql.query(connection, "select 1", row -> row.getInt(1));
                imports.look(watched, connection);
                turns.well();
                turns.sleep(config.look());
            }
        } catch (IOException away) {
            throw new SQLException(directory + ": " + away.getMessage(), away);
        } catch (InterruptedException ending) {
            turns.stop();
        }
    }
}
