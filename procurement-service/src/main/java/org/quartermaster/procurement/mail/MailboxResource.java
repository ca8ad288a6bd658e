package org.quartermaster.procurement.mail;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.procurement.installation.LocalPages;

/** The mails of a local stack, for who works on this machine. NB: hidden, for wherever mail is sent it is 404. */
@Path("/q/mailbox")
@Tag(name = "operation")
@Produces(MediaType.APPLICATION_JSON)
public final class MailboxResource {
    private static final int MAX_ADDRESS = 255;

    private final Call call;
    private final LocalPages pages;
    private final MailSender sender;
    private final MailFiles files;

    @Inject
    MailboxResource(Call call, LocalPages pages, MailSender sender, MailFiles files) {
        this.call = call;
        this.pages = pages;
        this.sender = sender;
        this.files = files;
    }

    /** The newest mails. */
    public record Mailbox(List<MailView> items) {}

    @GET
    @Blocking
    @PermitAll
    @Operation(
            summary = "Mails that were written to files instead of sent, the newest first; on this machine alone",
            hidden = true)
    public Mailbox read() throws IOException, MessagingException {
        if (!pages.areFor(call) || !sender.isMock()) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        var query = call.query();
        var to = query.text("to", 1, MAX_ADDRESS).value();
        query.checkQuery();
        return new Mailbox(files.read(to));
    }
}
