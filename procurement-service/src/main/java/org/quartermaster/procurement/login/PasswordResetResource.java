package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.mailed.EvenTime;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** A forgotten password. */
@Path("/api/v1/auth")
@Tag(name = "login")
@Produces(MediaType.APPLICATION_JSON)
public final class PasswordResetResource {
    private static final int MAX_TOKEN = 500;

    private final Call call;
    private final PasswordReset reset;
    private final PasswordRules rules;

    @Inject
    PasswordResetResource(Call call, PasswordReset reset, PasswordRules rules) {
        this.call = call;
        this.reset = reset;
        this.rules = rules;
    }

    /** What is answered, whoever has the address. */
    public record ResetTaken(String status) {
        private static final ResetTaken SENT = new ResetTaken("reset_sent");
    }

    @POST
    @Path("forgot-password")
    @PermitAll
    @Operation(summary = "Mail a token with which the password is set anew; it is good for an hour")
    @APIResponseSchema(value = ResetTaken.class, responseCode = "202")
    public Uni<Response> forgot(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("email");
        var email = EmailAddress.read(fields, "email");
        fields.checkStrictly();
        var language = Messages.language(call.header("Accept-Language"));
        var visitor = Visitor.of(call);
        return EvenTime.of(() -> reset.ask(visitor, email, language))
                .replaceWith(() -> Response.accepted(ResetTaken.SENT).build());
    }

    @POST
    @Path("reset-password")
    @PermitAll
    @Operation(summary = "Set the password anew by a mailed token; all sessions of the user end")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> reset(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("token");
        var token = fields.text("token", 1, MAX_TOKEN).value();
        var password = rules.read(fields, "new_password");
        fields.checkStrictly();
        return reset.reset(Visitor.of(call), token, password)
                .replaceWith(Answer.empty().response());
    }
}
