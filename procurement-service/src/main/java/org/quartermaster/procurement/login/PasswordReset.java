package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.mailed.AccountMails;
import org.quartermaster.procurement.mailed.AccountMails.Addressee;
import org.quartermaster.procurement.mailed.MailedTokens;
import org.quartermaster.procurement.mailed.MailedTokens.Mailed;
import org.quartermaster.procurement.mailed.Purpose;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.password.Passwords;
import org.quartermaster.procurement.password.Passwords.Verdict;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Lets a user set another password by a mailed token; it ends all his sessions, and the lock of his address. */
@ApplicationScoped
public class PasswordReset {
    static final ProblemType REUSED = new ProblemType(422, "password_reused");

    private static final String FIND = "select * from procurement.find_user($1)";
    private static final String USER =
            "select email_norm, password_hash from procurement.users where user_id = $1 and status = 'active'";

    private final TenantDatabase database;
    private final Writes writes;
    private final AccountMails mails;
    private final MailedTokens tokens;
    private final Passwords passwords;
    private final PasswordChange change;
    private final Lockout lockout;
    private final AuditLog audit;

    @Inject
    PasswordReset(
            TenantDatabase database,
            Writes writes,
            AccountMails mails,
            MailedTokens tokens,
            Passwords passwords,
            PasswordChange change,
            Lockout lockout,
            AuditLog audit) {
        this.database = database;
        this.writes = writes;
        this.mails = mails;
        this.tokens = tokens;
        this.passwords = passwords;
        this.change = change;
        this.lockout = lockout;
        this.audit = audit;
    }

    /** Mails a token to an address that has an account; does as much for any other. */
    Uni<Void> ask(Visitor visitor, EmailAddress email, Locale language) {
        return database.read(visitor.nobody(), FIND, email.norm()).chain(rows -> {
            var user = rows.iterator().hasNext() ? rows.iterator().next() : null;
            return user == null || !user.getString("status").equals("active")
                    ? mails.nothing(visitor, email)
                    : mails.reset(visitor, addressee(user, email, language));
        });
    }

    private static Addressee addressee(Row user, EmailAddress email, Locale language) {
        var tenant = user.getString("tenant_id");
        return new Addressee(user.getUUID("user_id"), tenant == null ? AuditLog.PLATFORM : tenant, email, language);
    }

    /** Sets the password; 422 for a token that cannot be used, and for the password that he has. */
    public Uni<Void> reset(Visitor visitor, String text, String password) {
        return tokens.find(visitor.nobody(), text, Purpose.RESET_PASSWORD).chain(token -> user(visitor, token)
                .invoke(user -> PasswordRules.requireApart("new_password", password, user.getString("email_norm")))
                .chain(user -> passwords.compare(password, user.getString("password_hash")))
                .invoke(PasswordReset::requireOther)
                .chain(() -> passwords.hash(password))
                .chain(hash -> writes.writeGlobal(
                        visitor.user(token.user(), token.tenant()),
                        unit -> reset(unit, token, hash, visitor.address()))));
    }

    private Uni<Row> user(Visitor visitor, Mailed token) {
        return database.read(visitor.user(token.user(), token.tenant()), USER, token.user())
                .map(MailedTokens.INVALID::require);
    }

    private static void requireOther(Verdict verdict) {
        if (verdict != Verdict.WRONG) {
            throw Problem.of(REUSED);
        }
    }

    private Uni<Void> reset(UnitOfWork unit, Mailed token, String hash, String address) {
        return tokens.use(unit, token)
                .chain(() -> change.set(unit, token.user(), hash, null))
                .chain(() -> unit.run(USER, token.user()))
                .chain(rows ->
                        lockout.lift(unit, MailedTokens.INVALID.require(rows).getString("email_norm")))
                .chain(() -> audit.note(unit, token.user(), "password.reset", Map.of(), address));
    }
}
