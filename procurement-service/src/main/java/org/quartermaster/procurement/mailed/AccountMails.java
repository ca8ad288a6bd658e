package org.quartermaster.procurement.mailed;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.procurement.mail.Mail;
import org.quartermaster.procurement.mail.MailLinks;
import org.quartermaster.procurement.mail.MailOutbox;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Mails about an account, at the wish of anybody who knows its address: three an hour, the others are dropped. */
@ApplicationScoped
public class AccountMails {
    private final Writes writes;
    private final MailLimit limit;
    private final MailedTokens tokens;
    private final MailOutbox outbox;
    private final MailLinks links;

    @Inject
    AccountMails(Writes writes, MailLimit limit, MailedTokens tokens, MailOutbox outbox, MailLinks links) {
        this.writes = writes;
        this.limit = limit;
        this.tokens = tokens;
        this.outbox = outbox;
        this.links = links;
    }

    /**
     * Whom a mail goes to.
     *
     * @param tenant of his home organization
     * @param language of the request
     */
    public record Addressee(UUID user, String tenant, EmailAddress email, Locale language) {}

    /** Mails a token with which the address is verified; the payload is applied when it is. */
    public Uni<Void> verification(Visitor visitor, Addressee to, JsonObject payload) {
        return withToken(visitor, to, Purpose.VERIFY_EMAIL, payload, "/account/verify-email");
    }

    /** Mails a token with which the password is set anew. */
    public Uni<Void> reset(Visitor visitor, Addressee to) {
        return withToken(visitor, to, Purpose.RESET_PASSWORD, new JsonObject(), "/account/reset-password");
    }

    private Uni<Void> withToken(Visitor visitor, Addressee to, Purpose purpose, JsonObject payload, String path) {
        return writes.writeGlobal(visitor.user(to.user(), to.tenant()), unit -> limit.take(
                        unit, to.email().norm())
                .chain(free -> free
                        ? tokens.create(unit, to.user(), purpose, payload)
                                .chain(token -> queue(unit, to, purpose.word(), token, links.to(path, token)))
                        : Uni.createFrom().voidItem()));
    }

    /** Tells the owner of an address that somebody tried to register it once more. */
    public Uni<Void> taken(Visitor visitor, Addressee to) {
        var link = links.to("/");
        return writes.writeGlobal(visitor.user(to.user(), to.tenant()), unit -> limit.take(
                        unit, to.email().norm())
                .chain(free -> free
                        ? queue(unit, to, "taken", "", link)
                        : Uni.createFrom().voidItem()));
    }

    /** The same work for an address that nobody has. NB: counted apart, so that it takes no mail from who will have it. */
    public Uni<Void> nothing(Visitor visitor, EmailAddress email) {
        return writes.writeGlobal(visitor.nobody(), unit -> limit.take(unit, "nobody " + email.norm()))
                .replaceWithVoid();
    }

    private Uni<Void> queue(UnitOfWork unit, Addressee to, String kind, String token, String link) {
        var subject = Messages.text(to.language(), "mail_" + kind + "_subject");
        var text = Messages.text(to.language(), "mail_" + kind + "_text", token, link);
        return outbox.queue(unit, Mail.plain(Ids.uuid().toString(), to.email().text(), subject, text));
    }
}
