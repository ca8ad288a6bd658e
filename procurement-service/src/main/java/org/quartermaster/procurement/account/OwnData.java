package org.quartermaster.procurement.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.SystemReads;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.user.Acting;

/** All that is kept of a user, in all his organizations: one list for each table, without secrets. */
@ApplicationScoped
class OwnData {
    /** The column of each table that names the user. */
    private static final Map<String, String> TABLES = tables();

    /** What opens a door, or would tell what does; and what is only for the database. */
    private static final String HIDDEN =
            "array['password_hash', 'token', 'replaced_by', 'key_hash', 'token_hash', 'secret_enc',"
                    + " 'previous_secret_enc', 'email_hash', 'search', 'rv']";

    private final SystemReads system;
    private final Writes writes;
    private final AuditLog audit;
    private final ObjectMapper json;

    @Inject
    OwnData(SystemReads system, Writes writes, AuditLog audit, ObjectMapper json) {
        this.system = system;
        this.writes = writes;
        this.audit = audit;
        this.json = json;
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        for (var owned : List.of(
                "users",
                "organization_members",
                "refresh_tokens",
                "api_keys",
                "subscriptions",
                "subscription_usage",
                "rate_limits",
                "billing_events",
                "usage_tracking",
                "alerts",
                "saved_searches",
                "notifications",
                "digests",
                "message_threads",
                "message_participants",
                "query_history",
                "analysis_history",
                "personalization_settings",
                "user_preferences",
                "fraud_detection",
                "fraud_events",
                "audit_log")) {
            tables.put(owned, "user_id");
        }
        tables.put("messages", "sender_id");
        tables.put("admin_audit_log", "admin_user_id");
        return tables;
    }

    private static Query query(String table, String column, UUID user) {
        return Query.of("""
                select coalesce(json_agg(to_jsonb(t) - %s), '[]')::text from procurement.%s t where t.%s = $1
                """.formatted(HIDDEN, table, column), user);
    }

    /** One JSON object: the rows of each table under its name. */
    Uni<JsonNode> export(Caller caller, String address) {
        var user = Acting.id(caller);
        var queries = TABLES.entrySet().stream()
                .map(table -> query(table.getKey(), table.getValue(), user))
                .toList();
        return writes.write(caller, unit -> Acting.lock(unit)
                        .chain(() -> audit.note(unit, user, "account.exported", Map.of(), address)))
                .chain(() -> system.readAll(caller, queries))
                .map(results -> {
                    ObjectNode all = json.createObjectNode();
                    var names = List.copyOf(TABLES.keySet());
                    for (var i = 0; i < names.size(); i++) {
                        all.set(
                                names.get(i),
                                Json.stored(results.get(i).iterator().next().getString(0)));
                    }
                    return all;
                });
    }
}
