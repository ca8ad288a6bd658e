package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.Denials;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.password.Passwords;
import org.quartermaster.procurement.password.Passwords.Verdict;
import org.quartermaster.procurement.session.SessionEnd;
import org.quartermaster.procurement.user.UserChanges;
import org.quartermaster.procurement.user.Visitor;

/** Lets a user change his password by the old one; wrong ones are counted as at a login. */
@ApplicationScoped
public class PasswordChange {
    static final ProblemType WRONG = new ProblemType(422, "wrong_password");

    private static final String FIND =
            "select user_id, email_norm, password_hash from procurement.users where user_id = $1 and status = 'active'";
    private static final String SET = "update procurement.users set password_hash = $2 where user_id = $1";

    private final TenantDatabase database;
    private final Writes writes;
    private final Passwords passwords;
    private final Lockout lockout;
    private final SessionEnd sessions;
    private final UserChanges changes;
    private final AuditLog audit;
    private final Denials denials;

    @Inject
    PasswordChange(
            TenantDatabase database,
            Writes writes,
            Passwords passwords,
            Lockout lockout,
            SessionEnd sessions,
            UserChanges changes,
            AuditLog audit,
            Denials denials) {
        this.database = database;
        this.writes = writes;
        this.passwords = passwords;
        this.lockout = lockout;
        this.sessions = sessions;
        this.changes = changes;
        this.audit = audit;
        this.denials = denials;
    }

    /** @param session the one that stays, or null */
    Uni<Void> change(Visitor visitor, Caller caller, UUID session, String before, String after) {
        var user = UUID.fromString(caller.subject());
        return requirePassword(visitor, caller, user, before)
                .invoke(email -> PasswordRules.requireApart("new_password", after, email))
                .chain(() -> passwords.hash(after))
                .chain(hash -> writes.write(caller, unit -> set(unit, user, hash, session)
                        .chain(() -> audit.note(unit, user, "password.changed", Map.of(), visitor.address()))));
    }

    /** Fails with 422 {@code wrong_password}, or with 429 after too many of them; else gives the user's address. */
    public Uni<String> requirePassword(Visitor visitor, Caller caller, UUID user, String password) {
        return database.read(caller, FIND, user)
                .map(ProblemType.NOT_FOUND::require)
                .call(row -> unlocked(visitor, caller, row.getString("email_norm")))
                .chain(row -> passwords
                        .compare(password, row.getString("password_hash"))
                        .chain(verdict -> verdict == Verdict.WRONG
                                ? refuse(visitor, row)
                                : Uni.createFrom().item(row.getString("email_norm"))));
    }

    private Uni<Void> unlocked(Visitor visitor, Caller caller, String email) {
        var now = Instant.now();
        return database.readAll(caller, List.<Query>of(lockout.ask(email, visitor.origin(), now)))
                .invoke(results -> lockout.check(results.get(0), now))
                .replaceWithVoid();
    }

    private Uni<String> refuse(Visitor visitor, Row user) {
        return writes.writeGlobal(
                        visitor.nobody(), unit -> lockout.fail(unit, user.getString("email_norm"), visitor.origin())
                                .call(() -> denials.note(unit, "password.wrong", visitor.address())))
                .map(locked -> {
                    throw locked == null ? Problem.of(WRONG) : locked;
                });
    }

    /** Sets the password and ends the sessions that the old one began, in a unit of the user or of the system role. */
    Uni<Void> set(UnitOfWork unit, UUID user, String hash, UUID session) {
        return unit.run(SET, user, hash)
                .chain(() -> sessions.endAll(unit, user, session, SessionEnd.Reason.PASSWORD_CHANGED))
                .chain(() -> changes.tell(unit, user, "password_changed"));
    }
}
