package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.spool.Spool;

/**
 * Imports a file that failed once more, while it is still in the spool. It becomes a new import, so that the report of
 * the failed one stays. Blocking.
 */
@ApplicationScoped
class Retries {
    private static final ProblemType FILE_GONE = new ProblemType(409, "import_file_gone");
    private static final Set<String> REPEATABLE = Set.of("failed", "rejected", "cancelled");

    private final Runs runs;
    private final ImportRegistry registry;
    private final Spool spool;

    @Inject
    Retries(Runs runs, ImportRegistry registry, Spool spool) {
        this.runs = runs;
        this.registry = registry;
        this.spool = spool;
    }

    /** The new import; the one of an earlier call, or of the same bytes sent again, where there is one. */
    ImportRegistry.Entry again(Caller caller, UUID id) throws SQLException, IOException {
        registry.settle();
        var order = runs.read(id);
        if (!REPEATABLE.contains(order.state())) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, order.state());
        }
        var settings = ImportSettings.of(order);
        var copy = Ids.uuid();
        // NB: an earlier call takes the file away when its import is registered, not before.
        if (!spool.link(order.file(), copy)) {
            return registry.present(settings, order.file()).orElseThrow(() -> Problem.of(FILE_GONE));
        }
        var entry = registry.register(caller, settings, order.file().as(copy));
        spool.drop(entry.isNew() ? id : copy);
        return entry;
    }
}
