package org.quartermaster.procurement.registration;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.mailed.MailedTokens;
import org.quartermaster.procurement.mailed.MailedTokens.Mailed;
import org.quartermaster.procurement.mailed.Purpose;
import org.quartermaster.procurement.organization.Invitations;
import org.quartermaster.procurement.user.UserChanges;
import org.quartermaster.procurement.user.Visitor;

/** Verifies addresses by mailed tokens. */
@ApplicationScoped
public class Verification {
    /** What was given with the registration that the mail belongs to holds from now on. */
    private static final String VERIFY = """
            update procurement.users set email_verified = true,
              password_hash = coalesce($2, password_hash), full_name = coalesce($3, full_name)
            where user_id = $1
            returning email_norm
            """;

    private final MailedTokens tokens;
    private final Writes writes;
    private final UserChanges changes;
    private final Invitations invitations;
    private final AuditLog audit;

    @Inject
    Verification(MailedTokens tokens, Writes writes, UserChanges changes, Invitations invitations, AuditLog audit) {
        this.tokens = tokens;
        this.writes = writes;
        this.changes = changes;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Verifies the address of a token's user; 422 for a token that cannot be used. */
    public Uni<Void> verify(Visitor visitor, String text) {
        return tokens.find(visitor.nobody(), text, Purpose.VERIFY_EMAIL).chain(token -> writes.write(
                        visitor.user(token.user(), token.tenant()), unit -> verify(unit, token, visitor.address()))
                .chain(email -> join(visitor, token, email)));
    }

    private Uni<String> verify(UnitOfWork unit, Mailed token, String address) {
        var payload = token.payload();
        return tokens.use(unit, token)
                .chain(() -> unit.run(
                        VERIFY, token.user(), payload.getString("password_hash"), payload.getString("full_name")))
                .map(MailedTokens.INVALID::require)
                .call(() -> changes.tell(unit, token.user(), "verified"))
                .call(() -> audit.note(unit, token.user(), "user.verified", Map.of(), address))
                .map(row -> row.getString(0));
    }

    /** NB: an invitation that is over, or an organization that is full, does not undo the proof of the address. */
    private Uni<Void> join(Visitor visitor, Mailed token, String email) {
        var invitation = token.payload().getString("invitation");
        return invitation == null
                ? Uni.createFrom().voidItem()
                : writes.write(
                                visitor.user(token.user(), token.tenant()),
                                unit -> invitations.accept(unit, invitation, email))
                        .onFailure(Problem.class)
                        .invoke(refused -> Log.infof("invitation of a new user not taken: %s", refused.getMessage()))
                        .onFailure(Problem.class)
                        .recoverWithNull()
                        .replaceWithVoid();
    }
}
