package org.quartermaster.procurement.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.spool.Spool;

/** Takes a file in: first whole into the spool, then into the registry. Blocking. */
@ApplicationScoped
public class Intake {
    private final Spool spool;
    private final ImportRegistry registry;
    private final Idempotency idempotency;

    @Inject
    Intake(Spool spool, ImportRegistry registry, Idempotency idempotency) {
        this.spool = spool;
        this.registry = registry;
        this.idempotency = idempotency;
    }

    /** Takes in a file that the service brings itself, to be loaded as any other. */
    public void take(Caller caller, String source, InputStream body) throws SQLException {
        var file = spool.receive(Ids.uuid(), body);
        try {
            registry.enter(caller, ImportSettings.usual(source), file);
        } catch (SQLException | RuntimeException refused) {
            spool.drop(file.id());
            throw refused;
        }
    }

    /** The answer with the job of the file; what is refused, or known by its key, leaves nothing in the spool. */
    Answer take(Call call, ImportSettings settings, InputStream body) throws Exception {
        var id = Ids.uuid();
        var isKept = new boolean[1];
        try {
            var file = spool.receive(id, body);
            var key = Idempotency.key(call, file.sha256().getBytes(StandardCharsets.UTF_8));
            return idempotency.onceBlocking(call.caller(), key, () -> {
                registry.enter(call.caller(), settings, file);
                isKept[0] = true;
                return Jobs.accepted(id.toString());
            });
        } finally {
            if (!isKept[0]) {
                spool.drop(id);
            }
        }
    }
}
