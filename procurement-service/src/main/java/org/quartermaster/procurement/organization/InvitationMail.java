package org.quartermaster.procurement.organization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.procurement.mail.Mail;
import org.quartermaster.procurement.mail.MailOutbox;

/** The mail that invites somebody. */
@ApplicationScoped
class InvitationMail {
    private static final String TEXT = """
            %s invites you to work with them on Quartermaster.

            Sign in with this address, or register with it, and accept the invitation with this token within seven days:

            Token: %s

            Whoever did not expect this mail may throw it away: without the token nothing happens.
            """;

    private final MailOutbox outbox;

    @Inject
    InvitationMail(MailOutbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> queue(UnitOfWork unit, InvitationView invitation, String organization, String token) {
        return outbox.queue(
                unit,
                Mail.plain(
                        "invitation-" + invitation.invitationId(),
                        invitation.email(),
                        "Invitation to " + organization.replaceAll("[\\r\\n]+", " "),
                        TEXT.formatted(organization, token)));
    }
}
