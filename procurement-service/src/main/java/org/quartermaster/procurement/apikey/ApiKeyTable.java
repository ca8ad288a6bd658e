package org.quartermaster.procurement.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.quota.Capacities;
import org.quartermaster.procurement.quota.Capacity;
import org.quartermaster.procurement.user.Acting;

/** The API keys of a tenant. */
@ApplicationScoped
class ApiKeyTable {
    private static final SortKey CREATED = SortKey.of("created_at", "k.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("key_id", "k.key_id", "uuid");
    private static final String INSERT = """
            insert into procurement.api_keys
              (tenant_id, key_id, user_id, key_hash, key_prefix, name, roles, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            returning *
            """;
    private static final String REVOKE = """
            update procurement.api_keys set is_active = false, revoked_at = $3
            where tenant_id = $1 and key_id = $2 and revoked_at is null
            returning *
            """;

    private final TenantDatabase database;
    private final Capacities capacities;
    private final AuditLog audit;

    @Inject
    ApiKeyTable(TenantDatabase database, Capacities capacities, AuditLog audit) {
        this.database = database;
        this.capacities = capacities;
        this.audit = audit;
    }

    /** What is asked for. */
    record Wish(String name, List<String> roles, Instant expiresAt) {}

    /** Those that are not revoked, the oldest first. */
    Uni<Slice<ApiKeyView>> find(Caller caller, Fields query) {
        return new ListQuery("api-keys", "k.*", "procurement.api_keys k")
                .where("k.tenant_id = ? and k.revoked_at is null", caller.tenant())
                .page(query)
                .order(List.of(CREATED), ID)
                .run(database, caller, query, ApiKeyView::of);
    }

    Uni<ApiKeyView> create(UnitOfWork unit, Wish wish, ApiKeySecret secret, String address) {
        var user = Acting.id(unit.caller());
        return Acting.lock(unit)
                .chain(() -> capacities.require(unit, Capacity.API_KEYS))
                .chain(() -> unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        Ids.uuid(),
                        user,
                        secret.hash(),
                        secret.prefix(),
                        wish.name(),
                        wish.roles().toArray(String[]::new),
                        Columns.time(wish.expiresAt())))
                .map(rows -> ApiKeyView.of(rows.iterator().next()))
                .call(made -> note(unit, user, "api_key.created", made, address));
    }

    Uni<Void> revoke(UnitOfWork unit, UUID id, String address) {
        return unit.run(REVOKE, unit.caller().tenant(), id, Columns.time(unit.now()))
                .map(ProblemType.NOT_FOUND::require)
                .map(ApiKeyView::of)
                .chain(gone -> note(unit, Acting.id(unit.caller()), "api_key.revoked", gone, address));
    }

    private Uni<Void> note(UnitOfWork unit, UUID user, String action, ApiKeyView key, String address) {
        return audit.noteAdmin(
                unit,
                user,
                action,
                new AuditLog.Target("api_key", key.keyId().toString()),
                Map.of("name", key.name(), "roles", key.roles(), "key_prefix", key.keyPrefix()),
                address);
    }
}
