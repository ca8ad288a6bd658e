package org.quartermaster.vehicle.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Takes files of a watched directory in, and puts each away when its import has ended. For one thread. */
@ApplicationScoped
class WatchedImports {
    private static final String SOURCE = "copart";
    private static final int TRIES = 3;
    private static final Caller BY =
            new Caller(SystemWrites.PUBLIC, Caller.SYSTEM, Set.of(Roles.DATA_ADMIN), null, null);

    private final Intake intake;
    private final DatabaseJson json;
    private final ObjectMapper mapper;
    private final Map<WatchedDirectory.Arrived, ImportRegistry.Entry> begun = new HashMap<>();
    private final Map<WatchedDirectory.Arrived, Integer> interruptions = new HashMap<>();
    private final Set<WatchedDirectory.Arrived> unreadable = new HashSet<>();

    @Inject
    WatchedImports(Intake intake, DatabaseJson json, ObjectMapper mapper) {
        this.intake = intake;
        this.json = json;
        this.mapper = mapper;
    }

    /** What the report of a file says that was not taken. */
    private record Refusal(String name, String state, ImportView.ImportError error) {}

    void look(WatchedDirectory directory, Connection connection) throws IOException, SQLException {
        for (var file : directory.arrived(Instant.now())) {
            try {
                var entry = begun.get(file);
                if (entry == null) {
                    entry = take(file);
                    begun.put(file, entry);
                }
                putAwayIfEnded(directory, file, entry, connection);
            } catch (Problem refused) {
                refuse(directory, file, refused);
            }
        }
    }

    private ImportRegistry.Entry take(WatchedDirectory.Arrived file) throws SQLException {
        var settings =
                new ImportSettings(SOURCE, file.name(), file.snapshotAt(), ImportSettings.Mode.SNAPSHOT, false, null);
        if (settings.isInFuture()) {
            throw Problem.invalid("snapshot_at", "in_future");
        }
        try (var body = Files.newInputStream(file.file())) {
            var entry = intake.take(BY, settings, body);
            Log.infof("import-watch: %s is import %s", file.name(), entry.id());
            return entry;
        } catch (IOException locked) {
            throw Problem.unavailable();
        }
    }

    private void putAwayIfEnded(
            WatchedDirectory directory,
            WatchedDirectory.Arrived file,
            ImportRegistry.Entry entry,
            Connection connection)
            throws IOException, SQLException {
        var view = Sql.query(connection, Runs.SHOW, row -> json.read(row.getString(1), ImportView.class), entry.id())
                .get(0);
        if (view.completedAt() != null && isWorthAnotherTry(file, view)) {
            begun.remove(file);
        } else if (view.completedAt() != null) {
            var folder = view.state().equals("completed") ? "done" : "rejected";
            var report = report(entry.isLoaded() ? view.asDuplicate() : view);
            directory.putAway(file.file(), folder, entry.id().toString(), report);
            begun.remove(file);
        }
    }

    /** The replica that had the file in its spool may be gone; here it is still. */
    private boolean isWorthAnotherTry(WatchedDirectory.Arrived file, ImportView view) {
        return view.error() != null
                && view.error().code().equals("interrupted")
                && interruptions.merge(file, 1, Integer::sum) <= TRIES;
    }

    /** NB: one that cannot be read now, for its rights or a full disk, stays; it is told of once. */
    private void refuse(WatchedDirectory directory, WatchedDirectory.Arrived file, Problem problem) throws IOException {
        var type = problem.type();
        if (type.status() == ProblemType.UNAVAILABLE.status() || type.equals(ProblemType.BAD_REQUEST)) {
            if (unreadable.add(file)) {
                Log.warnf("import-watch: %s cannot be read now (%s)", file.name(), type.code());
            }
            return;
        }
        var code = problem.errors().isEmpty()
                ? type.code()
                : problem.errors().get(0).code();
        var report = report(new Refusal(file.name(), "rejected", new ImportView.ImportError(code, null)));
        directory.putAway(file.file(), "rejected", UUID.randomUUID().toString(), report);
    }

    private String report(Object view) {
        return mapper.valueToTree(view).toPrettyString() + "\n";
    }
}
