package org.quartermaster.procurement.login;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.session.Device;
import org.quartermaster.procurement.session.SignedIn;
import org.quartermaster.procurement.session.Tokens;
import org.quartermaster.procurement.user.EmailAddress;
import org.quartermaster.procurement.user.Visitor;

/** Signing in, and the password of who is signed in. */
@Path("/api/v1/auth")
@Tag(name = "login")
@Produces(MediaType.APPLICATION_JSON)
public final class LoginResource {
    private static final int MAX_PASSWORD = 128;
    private static final int MAX_TENANT = 63;

    private final Call call;
    private final Login login;
    private final PasswordChange change;
    private final PasswordRules rules;

    @Inject
    LoginResource(Call call, Login login, PasswordChange change, PasswordRules rules) {
        this.call = call;
        this.login = login;
        this.change = change;
        this.rules = rules;
    }

    @POST
    @Path("login")
    @PermitAll
    @Operation(summary = "Sign in by e-mail and password; five failures lock the address for a while")
    @APIResponseSchema(SignedIn.class)
    public Uni<Response> login(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("email", "password");
        var email = EmailAddress.read(fields, "email");
        var password = fields.text("password", 1, MAX_PASSWORD).value();
        var tenant = fields.text("tenant", 1, MAX_TENANT).value();
        fields.checkStrictly();
        var given = new Login.Credentials(email, password, tenant);
        return login.login(Visitor.of(call), Device.of(call), given).map(Tokens::response);
    }

    @POST
    @Path("change-password")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Change the password; all other sessions of the user end")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> changePassword(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("old_password");
        var before = fields.text("old_password", 1, MAX_PASSWORD).value();
        var after = rules.read(fields, "new_password");
        fields.checkStrictly();
        var session = call.session() == null ? null : Ids.parse(call.session()).orElse(null);
        return change.change(Visitor.of(call), call.caller(), session, before, after)
                .replaceWith(Answer.empty().response());
    }
}
