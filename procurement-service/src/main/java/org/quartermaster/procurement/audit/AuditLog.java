package org.quartermaster.procurement.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * Notes acts in the transaction that does them; the chainer adds the rows to the chain of their tenant. Acts without a
 * tenant are noted in that of {@link #PLATFORM}.
 */
@ApplicationScoped
public class AuditLog {
    /** The tenant of acts that belong to none. */
    public static final String PLATFORM = "platform";

    private static final String ACT = """
            insert into procurement.audit_log (tenant_id, user_id, action, details, ip_address)
            values ($1, $2, $3, $4, cast($5::text as inet))
            """;
    private static final String ADMIN_ACT = """
            insert into procurement.admin_audit_log
              (tenant_id, admin_user_id, action, target_type, target_id, changes, ip_address)
            values ($1, $2, $3, $4, $5, $6, cast($7::text as inet))
            """;

    /**
     * A sign-in, a use of a token or key, an export, a denial.
     *
     * @param user who did it, or null
     * @param action such as {@code login.succeeded}
     * @param details never a secret
     * @param address of the client, or null
     */
    public Uni<Void> note(UnitOfWork unit, UUID user, String action, Map<String, Object> details, String address) {
        return unit.runAll(List.of(act(unit, user, action, details, address))).replaceWithVoid();
    }

    /** The same as a statement, to be run in one round trip with others. */
    public static Query act(UnitOfWork unit, UUID user, String action, Map<String, Object> details, String address) {
        return Query.of(ACT, unit.caller().tenant(), user, action, new JsonObject(details), address);
    }

    /**
     * A change that an administrator made.
     *
     * @param action such as {@code member.roles_changed}
     * @param target type and id of what was changed
     * @param changes before and after, secrets masked
     */
    public Uni<Void> noteAdmin(
            UnitOfWork unit, UUID admin, String action, Target target, Map<String, Object> changes, String address) {
        return unit.run(
                        ADMIN_ACT,
                        unit.caller().tenant(),
                        admin,
                        action,
                        target.type(),
                        target.id(),
                        new JsonObject(changes),
                        address)
                .replaceWithVoid();
    }

    /** What an act was done to. */
    public record Target(String type, String id) {}
}
