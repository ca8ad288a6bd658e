package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.SQLException;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.spool.Spool;
import org.quartermaster.vehicle.imports.ImportRegistry.Entry;

/** Takes a file in, whichever way it comes: first whole into the spool, then into the registry. Blocking. */
@ApplicationScoped
public class Intake {
    private final Spool spool;
    private final ImportRegistry registry;

    @Inject
    Intake(Spool spool, ImportRegistry registry) {
        this.spool = spool;
        this.registry = registry;
    }

    /** The import of the file; what is refused, or there already, leaves nothing in the spool. */
    public Entry take(Caller caller, ImportSettings settings, InputStream body) throws SQLException {
        var id = Ids.uuid();
        var isKept = false;
        try {
            var file = spool.receive(id, body);
            if (settings.sha256() != null && !settings.sha256().equals(file.sha256())) {
                throw Problem.invalid("X-Content-SHA256", "sha256_mismatch");
            }
            var entry = registry.register(caller, settings, file);
            isKept = entry.isNew();
            return entry;
        } finally {
            if (!isKept) {
                spool.drop(id);
            }
        }
    }
}
