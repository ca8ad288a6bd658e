package org.quartermaster.procurement.apikey;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.platform.token.KeyJudge;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.UsageAction;
import org.quartermaster.procurement.usage.UsageCounts;
import org.quartermaster.procurement.usage.UsageLog;

/** Judges API keys by their rows, at each request: a key has no more rights than its maker has at that moment. */
@ApplicationScoped
class KeyCheck implements KeyJudge {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String FIND = "select * from procurement.find_api_key($1)";

    private final TenantDatabase database;
    private final KeyUses uses;
    private final UsageCounts counts;
    private final UsageLog usage;

    @Inject
    KeyCheck(TenantDatabase database, KeyUses uses, UsageCounts counts, UsageLog usage) {
        this.database = database;
        this.uses = uses;
        this.counts = counts;
        this.usage = usage;
    }

    @Override
    public Uni<KeyHolder> judge(String key) {
        return database.read(Caller.system(AuditLog.PLATFORM), FIND, Sha256.hex(key))
                .map(KeyCheck::good)
                .invoke(this::note)
                .map(row -> row == null
                        ? null
                        : new KeyHolder(row.getUUID("user_id").toString(), row.getString("tenant_id"), roles(row)));
    }

    /** The row of a key that may be used now, or null. */
    private static Row good(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return null;
        }
        var row = rows.iterator().next();
        var end = row.getOffsetDateTime("expires_at");
        var isGood = row.getBoolean("is_active")
                && row.getOffsetDateTime("revoked_at") == null
                && (end == null || end.isAfter(OffsetDateTime.now()))
                && "active".equals(row.getString("user_status"))
                && "active".equals(row.getString("organization_status"))
                && !roles(row).isEmpty();
        return isGood ? row : null;
    }

    private static Set<String> roles(Row row) {
        var roles = new TreeSet<>(Roles.expand(List.of(row.getArrayOfStrings("roles"))));
        roles.retainAll(Roles.expand(List.of(row.getArrayOfStrings("creator_roles"))));
        return roles;
    }

    private static boolean isNoted(Row row) {
        var last = row.getOffsetDateTime("last_used_at");
        return last != null && last.isAfter(OffsetDateTime.now().minus(NOTED_EVERY));
    }

    private void note(Row row) {
        if (row == null) {
            return;
        }
        var tenant = row.getString("tenant_id");
        counts.add(tenant, Resource.API_CALL);
        usage.note(tenant, row.getUUID("user_id"), UsageAction.API_CALL, Map.of());
        if (!isNoted(row)) {
            uses.note(new KeyUses.Use(tenant, row.getUUID("key_id"), row.getUUID("user_id"), Instant.now()));
        }
    }
}
