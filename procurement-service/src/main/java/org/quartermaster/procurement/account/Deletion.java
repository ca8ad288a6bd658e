package org.quartermaster.procurement.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.token.Revocations;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.login.PasswordChange;
import org.quartermaster.procurement.organization.Leaving;
import org.quartermaster.procurement.session.SessionEnd;
import org.quartermaster.procurement.user.Acting;
import org.quartermaster.procurement.user.UserChanges;
import org.quartermaster.procurement.user.Visitor;

/** Makes an account anonymous: the row stays for what refers to it, and nobody can be found by it. */
@ApplicationScoped
class Deletion {
    private static final String ANONYMISE = """
            update procurement.users set email = 'deleted-' || user_id || '@invalid',
              email_norm = 'deleted-' || user_id || '@invalid', full_name = null, password_hash = null, org_id = null,
              stripe_customer_id = null, stripe_subscription_id = null, email_verified = false, status = 'deleted'
            where user_id = $1
            """;

    /** What was for him alone. */
    private static final List<String> FORGET = List.of(
            "delete from procurement.user_tokens where user_id = $1",
            "delete from procurement.alerts where user_id = $1",
            "delete from procurement.saved_searches where user_id = $1",
            "delete from procurement.notifications where user_id = $1",
            "delete from procurement.query_history where user_id = $1",
            "delete from procurement.personalization_settings where user_id = $1",
            "delete from procurement.user_preferences where user_id = $1",
            "delete from procurement.rate_limits where user_id = $1");

    private final Writes writes;
    private final PasswordChange passwords;
    private final Leaving leaving;
    private final SessionEnd sessions;
    private final Revocations revocations;
    private final UserChanges changes;
    private final AuditLog audit;

    @Inject
    Deletion(
            Writes writes,
            PasswordChange passwords,
            Leaving leaving,
            SessionEnd sessions,
            Revocations revocations,
            UserChanges changes,
            AuditLog audit) {
        this.writes = writes;
        this.passwords = passwords;
        this.leaving = leaving;
        this.sessions = sessions;
        this.revocations = revocations;
        this.changes = changes;
        this.audit = audit;
    }

    /** 422 for a wrong password, 409 while another organization would lose its only admin. */
    Uni<Void> delete(Visitor visitor, Caller caller, String password) {
        var user = Acting.id(caller);
        return passwords
                .requirePassword(visitor, caller, user, password)
                .chain(() -> writes.writeGlobal(caller, unit -> leave(unit, user, visitor.address())));
    }

    private Uni<Void> leave(UnitOfWork unit, UUID user, String address) {
        return Acting.lock(unit)
                .chain(() -> leaving.leaveAll(unit, user))
                .chain(() -> sessions.endAll(unit, user, null, SessionEnd.Reason.DELETED))
                .chain(() -> revocations.refuse(unit.session(), user.toString(), unit.now()))
                .chain(() -> unit.runAll(
                        FORGET.stream().map(sql -> Query.of(sql, user)).toList()))
                .chain(() -> unit.run(ANONYMISE, user))
                .chain(() -> audit.note(unit, user, "account.deleted", Map.of(), address))
                .chain(() -> changes.tell(unit, user, "deleted"));
    }
}
