package org.quartermaster.procurement.apikey;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;

/** Notes when API keys were used, of each at most once a minute and beside the requests, which need not wait for it. */
@ApplicationScoped
class KeyUses {
    private static final String USED = """
            update procurement.api_keys set last_used_at = $3
            where tenant_id = $1 and key_id = $2 and (last_used_at is null or last_used_at <= $3::timestamptz - interval '1 minute')
            """;

    private final Writes writes;
    private final AuditLog audit;
    private final Map<UUID, Use> waiting = new ConcurrentHashMap<>();

    /** One use of a key by its maker's right. */
    record Use(String tenant, UUID key, UUID user, Instant at) {}

    @Inject
    KeyUses(Writes writes, AuditLog audit) {
        this.writes = writes;
        this.audit = audit;
    }

    void note(Use use) {
        waiting.putIfAbsent(use.key(), use);
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return InTurn.each(List.copyOf(waiting.values()), this::write);
    }

    private Uni<Void> write(Use use) {
        waiting.remove(use.key(), use);
        var details = Map.<String, Object>of("key_id", use.key().toString());
        return writes.write(Caller.system(use.tenant()), unit -> unit.run(
                                USED, use.tenant(), use.key(), Columns.time(use.at()))
                        .chain(used -> used.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : audit.note(unit, use.user(), "api_key.used", details, null)))
                .onFailure()
                .invoke(failed -> Log.warnf("use of API key %s not noted: %s", use.key(), failed.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
