package org.quartermaster.procurement.registration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.fraud.Fingerprint;
import org.quartermaster.procurement.mailed.EvenTime;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.session.Device;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Making an account. */
@Path("/api/v1/auth")
@Tag(name = "registration")
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
    private static final int MAX_NAME = 255;
    private static final int MAX_ORGANIZATION = 500;
    private static final int MAX_TOKEN = 500;

    private final Call call;
    private final Accounts accounts;
    private final Verification verification;
    private final PasswordRules rules;

    @Inject
    RegistrationResource(Call call, Accounts accounts, Verification verification, PasswordRules rules) {
        this.call = call;
        this.accounts = accounts;
        this.verification = verification;
        this.rules = rules;
    }

    /** What a registration answers, whoever has the address. */
    public record RegistrationTaken(String status) {
        private static final RegistrationTaken SENT = new RegistrationTaken("verification_sent");
    }

    /** What a verification answers. */
    public record EmailVerified(boolean emailVerified) {}

    @POST
    @Path("register")
    @PermitAll
    @Operation(summary = "Make an account and an organization of its own; a mail brings the token to verify it")
    @APIResponseSchema(value = RegistrationTaken.class, responseCode = "202")
    public Uni<Response> register(byte[] body) {
        var given = read(call.json(body, Fields.Nulls.IGNORED));
        var visitor = Visitor.of(call);
        return EvenTime.of(() -> accounts.register(visitor, given)).replaceWith(RegistrationResource::sent);
    }

    private static Response sent() {
        return Response.accepted(RegistrationTaken.SENT).build();
    }

    private Registration read(Fields fields) {
        fields.require("email");
        var email = EmailAddress.read(fields, "email");
        var password = rules.read(fields, "password");
        fields.text("confirm_password", 0, MAX_NAME).to(again -> {
            if (password != null && !password.equals(again)) {
                fields.error("confirm_password", "password_differs");
            }
        });
        if (email != null) {
            rules.keepApart(fields, "password", password, email.norm());
        }
        var name = fields.text("full_name", 0, MAX_NAME).value();
        var organization = fields.text("organization_name", 0, MAX_ORGANIZATION).value();
        var invitation = fields.text("invitation_token", 1, MAX_TOKEN).value();
        var fingerprint = Fingerprint.read(fields);
        fields.checkStrictly();
        return new Registration(
                email,
                password,
                name,
                organization != null ? organization : name != null ? name : email.local(),
                invitation,
                fingerprint,
                Device.of(call).agent(),
                Messages.language(call.header("Accept-Language")));
    }

    @POST
    @Path("resend-verification")
    @PermitAll
    @Operation(summary = "Mail the token once more; at most three mails an hour go to an address")
    @APIResponseSchema(value = RegistrationTaken.class, responseCode = "202")
    public Uni<Response> resend(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("email");
        var email = EmailAddress.read(fields, "email");
        fields.checkStrictly();
        var language = Messages.language(call.header("Accept-Language"));
        var given = new Registration(email, null, null, null, null, null, null, language);
        var visitor = Visitor.of(call);
        return EvenTime.of(() -> accounts.resend(visitor, given)).replaceWith(RegistrationResource::sent);
    }

    @POST
    @Path("verify-email")
    @PermitAll
    @Operation(summary = "Verify an address by the token that was mailed to it")
    @APIResponseSchema(EmailVerified.class)
    public Uni<EmailVerified> verify(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("token");
        var token = fields.text("token", 1, MAX_TOKEN).value();
        fields.checkStrictly();
        return verification.verify(Visitor.of(call), token).replaceWith(new EmailVerified(true));
    }
}
