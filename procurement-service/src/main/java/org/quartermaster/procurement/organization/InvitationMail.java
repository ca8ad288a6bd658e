package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.procurement.mail.Mail;
import org.quartermaster.procurement.mail.MailOutbox;

/** The mail that invites somebody. */
@ApplicationScoped
class InvitationMail {
    private final MailOutbox outbox;

    @Inject
    InvitationMail(MailOutbox outbox) {
        this.outbox = outbox;
    }

    /** @param language of the one who invites */
    Uni<Void> queue(UnitOfWork unit, InvitationView invitation, String organization, String token, Locale language) {
        var subject = Messages.text(language, "mail_invitation_subject", organization.replaceAll("\\R+", " "));
        var text = Messages.text(language, "mail_invitation_text", organization, token);
        return outbox.queue(
                unit, Mail.plain("invitation-" + invitation.invitationId(), invitation.email(), subject, text));
    }
}
