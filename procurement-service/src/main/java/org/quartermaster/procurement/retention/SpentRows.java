package org.quartermaster.procurement.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.config.SystemConfig;

/** Forgets rows whose time is over, so that no table grows by what is tried, mailed or sent alone. */
@ApplicationScoped
class SpentRows {
    /** NB: a count begins anew a while after its first failure; until then, and while it locks, it is needed. */
    private static final String ATTEMPTS = """
            delete from procurement.login_attempts
            where window_started_at < now() - interval '1 day' - make_interval(mins => ?)
              and coalesce(locked_until, '-infinity') < now()
            """;

    /** NB: of a session that goes on each token is kept: a spent one that comes back tells of a theft. */
    private static final String SESSIONS =
            "delete from procurement.refresh_tokens where expires_at < ? and family_expires_at < ?";

    private static final String MAILED = "delete from procurement.user_tokens where expires_at < ?";

    private static final String TRIED = "delete from procurement.webhook_attempts where at < ?";

    /** NB: what an endpoint was never sent because it is switched off waits as long, and no longer. */
    private static final String DELIVERED = """
            delete from procurement.webhook_deliveries d
            where d.updated_at < ? and (d.state <> 'pending' or exists (select from procurement.webhook_endpoints w
              where w.tenant_id = d.tenant_id and w.webhook_id = d.webhook_id and not w.is_active))
            """;

    private final OneReplica replica;
    private final SystemConfig settings;
    private final RetentionConfig config;

    @Inject
    SpentRows(OneReplica replica, SystemConfig settings, RetentionConfig config) {
        this.replica = replica;
        this.settings = settings;
        this.config = config;
    }

    @Scheduled(every = "6h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        var now = Instant.now();
        var tokens = Columns.time(now.minus(config.tokens()));
        var webhooks = Columns.time(now.minus(config.webhooks()));
        replica.run("spent rows", connection -> {
            Sql.update(connection, ATTEMPTS, settings.integer("auth.lock_minutes"));
            Sql.update(connection, SESSIONS, tokens, tokens);
            Sql.update(connection, MAILED, tokens);
            Sql.update(connection, TRIED, webhooks);
            Sql.update(connection, DELIVERED, webhooks);
        });
    }
}
