package org.quartermaster.catalog.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.security.Caller;

/** Notes what is no change, such as a view, in the transaction that does it; a change is noted by itself. */
@ApplicationScoped
public class ActivityLog {
    private static final String INSERT = """
            insert into catalog.activitylog (tenant_id, entity_type, entity_id, action, user_id, actor_type, details,
              ip_address, user_agent, request_id, "timestamp")
            values ($1, $2, $3, $4, $5, $6, $7, cast(nullif(split_part($8::text, '%', 1), '') as inet),
              left($9::text, 2000), left($10::text, 300), $11)
            """;

    private final DatabaseJson json;

    @Inject
    ActivityLog(DatabaseJson json) {
        this.json = json;
    }

    /** That somebody looked at what the log has to know of. */
    public Uni<Void> viewed(UnitOfWork unit, String entity, Object id) {
        return note(unit, ActivityAction.VIEWED, entity, id, Map.of());
    }

    /**
     * An act of the caller.
     *
     * @param details what there is to know of it, written as JSON; never a secret
     */
    public Uni<Void> note(UnitOfWork unit, ActivityAction action, String entity, Object id, Map<String, ?> details) {
        var caller = unit.caller();
        var origin = caller.origin() == null ? new Caller.Origin(null, null, false) : caller.origin();
        return unit.run(
                        INSERT,
                        caller.tenant(),
                        entity,
                        id.toString(),
                        Words.of(action),
                        caller.subject(),
                        origin.isByKey() ? "api_key" : caller.type(),
                        new JsonObject(json.text(details)),
                        origin.address(),
                        origin.userAgent(),
                        caller.requestId(),
                        Columns.time(unit.now()))
                .replaceWithVoid();
    }
}
