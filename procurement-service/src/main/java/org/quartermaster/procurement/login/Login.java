package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.audit.Denials;
import org.quartermaster.procurement.password.Passwords;
import org.quartermaster.procurement.password.Passwords.Verdict;
import org.quartermaster.procurement.session.Device;
import org.quartermaster.procurement.session.Sessions;
import org.quartermaster.procurement.session.SignedIn;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Signs in by a password. Who has no account gets the same answer as who has the wrong password, by the same work. */
@ApplicationScoped
class Login {
    static final ProblemType INVALID = new ProblemType(401, "invalid_credentials");
    static final ProblemType UNVERIFIED = new ProblemType(403, "email_unverified");
    static final ProblemType SUSPENDED = new ProblemType(403, "account_suspended");

    private static final String FIND = "select * from procurement.find_user($1)";
    private static final String SEEN = """
            update procurement.users set last_login_at = $2, password_hash = coalesce($3, password_hash)
            where user_id = $1
            """;

    private final TenantDatabase database;
    private final Writes writes;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Sessions sessions;
    private final Denials denials;

    @Inject
    Login(
            TenantDatabase database,
            Writes writes,
            Passwords passwords,
            Lockout lockout,
            Sessions sessions,
            Denials denials) {
        this.database = database;
        this.writes = writes;
        this.passwords = passwords;
        this.lockout = lockout;
        this.sessions = sessions;
        this.denials = denials;
    }

    /**
     * What was sent.
     *
     * @param tenant to sign in to, or null for the home organization
     */
    record Credentials(EmailAddress email, String password, String tenant) {}

    Uni<SignedIn> login(Visitor visitor, Device device, Credentials given) {
        return find(visitor, given.email()).chain(found -> {
            var user = found.iterator().hasNext() ? found.iterator().next() : null;
            var kept = user == null ? null : user.getString("password_hash");
            return passwords
                    .compare(given.password(), kept)
                    .chain(verdict -> verdict == Verdict.WRONG
                            ? refuse(visitor, given.email())
                            : enter(visitor, device, given, user, verdict));
        });
    }

    private Uni<RowSet<Row>> find(Visitor visitor, EmailAddress email) {
        var now = Instant.now();
        var queries = List.of(lockout.ask(email.norm(), visitor.origin(), now), Query.of(FIND, email.norm()));
        return database.readAll(visitor.nobody(), queries).map(results -> {
            lockout.check(results.get(0), now);
            return results.get(1);
        });
    }

    /** Counts the failure and refuses. */
    Uni<SignedIn> refuse(Visitor visitor, EmailAddress email) {
        return writes.writeGlobal(visitor.nobody(), unit -> lockout.fail(unit, email.norm(), visitor.origin())
                        .call(() -> denials.note(unit, "login.failed", visitor.address())))
                .map(locked -> {
                    throw locked == null ? Problem.of(INVALID) : locked;
                });
    }

    private Uni<SignedIn> enter(Visitor visitor, Device device, Credentials given, Row user, Verdict verdict) {
        if (!user.getString("status").equals("active")) {
            throw Problem.of(SUSPENDED);
        }
        if (!user.getBoolean("email_verified")) {
            throw Problem.of(UNVERIFIED);
        }
        var tenant = given.tenant() == null ? user.getString("tenant_id") : given.tenant();
        if (tenant == null) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        var caller = visitor.user(user.getUUID("user_id"), tenant);
        return rehash(given.password(), verdict)
                .chain(anew -> writes.write(caller, unit -> begin(unit, visitor, device, given.email(), anew)));
    }

    /**
     * Begins the session in two round trips, whose statements are known beforehand. NB: others may have used the attempts
     * up while the hash was made.
     */
    private Uni<SignedIn> begin(UnitOfWork unit, Visitor visitor, Device device, EmailAddress email, String anew) {
        var asked = List.of(lockout.ask(email.norm(), visitor.origin(), unit.now()), Sessions.user(unit.caller()));
        var user = UUID.fromString(unit.caller().subject());
        var notes = List.of(
                Query.of(SEEN, user, Columns.time(unit.now()), anew),
                AuditLog.act(unit, user, "login.succeeded", Map.of(), visitor.address()));
        return unit.runAll(asked).chain(results -> {
            lockout.check(results.get(0), unit.now());
            return sessions.begin(unit, results.get(1), device, notes);
        });
    }

    private Uni<String> rehash(String password, Verdict verdict) {
        return verdict == Verdict.OLD
                ? passwords.hash(password)
                : Uni.createFrom().nullItem();
    }
}
