package org.quartermaster.procurement.account;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.procurement.account.AccountPage.Kind;
import org.quartermaster.procurement.login.PasswordReset;
import org.quartermaster.procurement.password.PasswordRules;
import org.quartermaster.procurement.registration.Verification;
import org.quartermaster.procurement.user.Visitor;

/** The pages that mailed links open. NB: mail scanners open links, so only the button of a page does something. */
@Path("/account")
@Tag(name = "account")
@Produces(MediaType.TEXT_HTML)
public final class AccountPageResource {
    private static final int MAX_CODE = 500;

    private final Call call;
    private final Verification verification;
    private final PasswordReset reset;
    private final PasswordRules rules;

    @Inject
    AccountPageResource(Call call, Verification verification, PasswordReset reset, PasswordRules rules) {
        this.call = call;
        this.verification = verification;
        this.reset = reset;
        this.rules = rules;
    }

    @GET
    @Path("verify-email")
    @PermitAll
    @Operation(summary = "The page behind a mailed link, with a button that verifies the address")
    public Response verifyPage() {
        return AccountPage.form(language(), Kind.VERIFY, code());
    }

    @POST
    @Path("verify-email")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> verify(@FormParam("code") String code) {
        var visitor = Visitor.of(call);
        return outcome(Kind.VERIFY, () -> verification.verify(visitor, bounded(code)));
    }

    @GET
    @Path("reset-password")
    @PermitAll
    @Operation(summary = "The page behind a mailed link, with a form for the new password")
    public Response resetPage() {
        return AccountPage.form(language(), Kind.RESET, code());
    }

    @POST
    @Path("reset-password")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> reset(@FormParam("code") String code, @FormParam("new_password") String password) {
        var visitor = Visitor.of(call);
        return outcome(Kind.RESET, () -> reset.reset(visitor, bounded(code), rules.require("new_password", password)));
    }

    private Uni<Response> outcome(Kind kind, Supplier<Uni<Void>> work) {
        var language = language();
        return Uni.createFrom()
                .deferred(() -> work.get())
                .replaceWith(() -> AccountPage.done(language, kind))
                .onFailure(Problem.class)
                .recoverWithItem(refused -> AccountPage.refused(language, kind, (Problem) refused));
    }

    private String code() {
        var query = call.query();
        var code = query.text("code", 1, MAX_CODE).or("");
        query.checkQuery();
        return code;
    }

    private static String bounded(String code) {
        return code == null || code.length() > MAX_CODE ? "" : code;
    }

    private Locale language() {
        return Messages.language(call.header("Accept-Language"));
    }
}
