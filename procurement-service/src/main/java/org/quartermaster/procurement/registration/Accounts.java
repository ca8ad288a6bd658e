package org.quartermaster.procurement.registration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.fraud.Screened;
import org.quartermaster.procurement.fraud.Screening;
import org.quartermaster.procurement.fraud.Visit;
import org.quartermaster.procurement.mailed.AccountMails;
import org.quartermaster.procurement.mailed.AccountMails.Addressee;
import org.quartermaster.procurement.organization.Founding;
import org.quartermaster.procurement.password.Passwords;
import org.quartermaster.procurement.user.UserChanges;
import org.quartermaster.procurement.user.Visitor;

/**
 * Makes accounts. Whether an address is new, waits to be verified or is taken is told to nobody but its owner, by mail;
 * the work is much the same for each.
 */
@ApplicationScoped
class Accounts {
    private static final String FIND = "select * from procurement.find_user($1)";
    private static final String INSERT = """
            insert into procurement.users (user_id, email, email_norm, password_hash, full_name)
            values ($1, $2, $3, $4, $5)
            on conflict (email_norm) do nothing
            returning user_id
            """;

    private final TenantDatabase database;
    private final Writes writes;
    private final Passwords passwords;
    private final Screening screening;
    private final Founding founding;
    private final UserChanges changes;
    private final AccountMails mails;
    private final AuditLog audit;

    @Inject
    Accounts(
            TenantDatabase database,
            Writes writes,
            Passwords passwords,
            Screening screening,
            Founding founding,
            UserChanges changes,
            AccountMails mails,
            AuditLog audit) {
        this.database = database;
        this.writes = writes;
        this.passwords = passwords;
        this.screening = screening;
        this.founding = founding;
        this.changes = changes;
        this.mails = mails;
        this.audit = audit;
    }

    /** NB: screened first, so that what is refused for its risk tells nothing of whose address it is. */
    Uni<Void> register(Visitor visitor, Registration given) {
        var visit = new Visit(visitor.address(), given.agent(), given.fingerprint());
        return screening
                .registration(visitor.nobody(), given.email().norm(), visit)
                .chain(screened -> passwords.hash(given.password()).chain(hash -> find(visitor, given)
                        .chain(user -> user == null
                                ? create(visitor, given, hash, screened)
                                : remind(visitor, given, user, hash))));
    }

    /** The row that a login would find, or null. */
    private Uni<Row> find(Visitor visitor, Registration given) {
        return database.read(visitor.nobody(), FIND, given.email().norm())
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next() : null);
    }

    private Uni<Void> remind(Visitor visitor, Registration given, Row user, String hash) {
        var to = addressee(user.getUUID("user_id"), user.getString("tenant_id"), given);
        return user.getBoolean("email_verified") || !user.getString("status").equals("active")
                ? mails.taken(visitor, to)
                : mails.verification(visitor, to, given.payload(hash));
    }

    private static Addressee addressee(UUID user, String tenant, Registration given) {
        return new Addressee(user, tenant == null ? AuditLog.PLATFORM : tenant, given.email(), given.language());
    }

    private Uni<Void> create(Visitor visitor, Registration given, String hash, Screened screened) {
        var id = Ids.uuid();
        return writes.write(visitor.user(id, AuditLog.PLATFORM), unit -> insert(unit, id, given, hash)
                        .chain(made -> made
                                ? found(unit, visitor, id, given, screened)
                                : Uni.createFrom().nullItem()))
                .chain(tenant -> tenant == null
                        ? Uni.createFrom().voidItem()
                        : mails.verification(visitor, addressee(id, tenant, given), given.payload()));
    }

    /** False where another registration of the address was quicker. */
    private static Uni<Boolean> insert(UnitOfWork unit, UUID id, Registration given, String hash) {
        return unit.run(INSERT, id, given.email().text(), given.email().norm(), hash, given.fullName())
                .map(rows -> rows.size() > 0);
    }

    /** Gives him his organization, and its tenant back. */
    private Uni<String> found(UnitOfWork unit, Visitor visitor, UUID id, Registration given, Screened screened) {
        return founding.found(unit, given.organizationName())
                .call(organization -> writes.within(
                        unit, visitor.user(id, organization.tenantId), own -> changes.tell(own, id, "registered")
                                .chain(() -> screening.keep(own, organization.tenantId, screened.as(id)))
                                .chain(() -> audit.note(own, id, "user.registered", Map.of(), visitor.address()))))
                .map(organization -> organization.tenantId);
    }

    /** Mails a new token to an address that waits to be verified; does as much for any other. */
    Uni<Void> resend(Visitor visitor, Registration given) {
        return find(visitor, given)
                .chain(user -> isWaiting(user)
                        ? mails.verification(
                                visitor,
                                addressee(user.getUUID("user_id"), user.getString("tenant_id"), given),
                                new JsonObject())
                        : mails.nothing(visitor, given.email()));
    }

    private static boolean isWaiting(Row user) {
        return user != null && user.getString("status").equals("active") && !user.getBoolean("email_verified");
    }
}
