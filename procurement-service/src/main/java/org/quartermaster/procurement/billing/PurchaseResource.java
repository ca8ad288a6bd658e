package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.billing.Purchases.CheckoutView;
import org.quartermaster.procurement.billing.Purchases.Wanted;
import org.quartermaster.procurement.fraud.Fingerprint;
import org.quartermaster.procurement.fraud.Screening;
import org.quartermaster.procurement.fraud.Visit;

/** Buying, trying, changing and ending a plan. */
@Path("/api/v1/billing")
@Tag(name = "billing")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class PurchaseResource {
    private final Call call;
    private final Idempotency idempotency;
    private final Purchases purchases;
    private final Trials trials;
    private final Screening screening;

    @Inject
    PurchaseResource(Call call, Idempotency idempotency, Purchases purchases, Trials trials, Screening screening) {
        this.call = call;
        this.idempotency = idempotency;
        this.purchases = purchases;
        this.trials = trials;
        this.screening = screening;
    }

    @POST
    @Path("checkout")
    @Operation(summary = "Open the page on which a plan is paid")
    @APIResponseSchema(value = CheckoutView.class, responseCode = "201")
    public Uni<Response> checkout(byte[] body) {
        var fields = json(body);
        var wanted = wanted(fields, url(fields, "success_url"), url(fields, "cancel_url"));
        var visit = visit(Fingerprint.read(fields));
        fields.checkStrictly();
        var caller = call.caller();
        var key = Idempotency.key(call, body);
        return screening
                .checkout(caller, visit)
                .chain(screened -> idempotency.onceGlobal(caller, key, unit -> purchases
                        .checkout(unit, wanted, visit.address())
                        .call(() -> screening.keep(unit, unit.caller().tenant(), screened))))
                .map(Answer::response);
    }

    private Visit visit(Fingerprint fingerprint) {
        return new Visit(call.address(), call.header("User-Agent"), fingerprint);
    }

    @POST
    @Path("portal")
    @Operation(summary = "Open the provider's page of what was bought")
    @APIResponseSchema(value = CheckoutView.class, responseCode = "201")
    public Uni<Response> portal(byte[] body) {
        json(body).checkStrictly();
        return once(body, purchases::portal);
    }

    @POST
    @Path("trial")
    @Operation(summary = "Try the plan professional; once")
    @APIResponseSchema(value = SubscriptionView.class, responseCode = "201")
    public Uni<Response> trial(byte[] body) {
        var fields = json(body);
        var visit = visit(Fingerprint.read(fields));
        fields.checkStrictly();
        var caller = call.caller();
        var key = Idempotency.key(call, body);
        return screening
                .trial(caller, visit)
                .chain(screened -> idempotency.onceGlobal(caller, key, unit -> trials.start(unit, screened)))
                .map(Answer::response);
    }

    @POST
    @Path("subscription/cancel")
    @Operation(summary = "End what was bought, with its period or immediately")
    @APIResponseSchema(SubscriptionView.class)
    public Uni<Response> cancel(byte[] body) {
        var fields = json(body);
        var immediately = fields.bool("immediately").or(false);
        fields.checkStrictly();
        var address = call.address();
        return once(body, unit -> purchases.cancel(unit, immediately, address));
    }

    @POST
    @Path("subscription/resume")
    @Operation(summary = "Go on after the period after all")
    @APIResponseSchema(SubscriptionView.class)
    public Uni<Response> resume(byte[] body) {
        json(body).checkStrictly();
        var address = call.address();
        return once(body, unit -> purchases.resume(unit, address));
    }

    @POST
    @Path("subscription/change")
    @Operation(summary = "Change to another plan or interval")
    @APIResponseSchema(SubscriptionView.class)
    public Uni<Response> change(byte[] body) {
        var fields = json(body);
        var wanted = wanted(fields, null, null);
        fields.checkStrictly();
        var address = call.address();
        return once(body, unit -> purchases.change(unit, wanted, address));
    }

    private Uni<Response> once(byte[] body, Function<UnitOfWork, Uni<Answer>> work) {
        return idempotency.onceGlobal(call, body, work);
    }

    private Fields json(byte[] body) {
        return call.json(body, Fields.Nulls.IGNORED);
    }

    private static Wanted wanted(Fields fields, String successUrl, String cancelUrl) {
        fields.require("plan", "interval");
        return new Wanted(
                fields.word("plan", PaidPlan.class).value(),
                fields.word("interval", Interval.class).value(),
                successUrl,
                cancelUrl);
    }

    /** An address of the web; anything else would be a way to run what the page does not mean. */
    private static String url(Fields fields, String name) {
        var text = fields.text(name, 0, 2_000).value();
        if (text == null) {
            return null;
        }
        try {
            var scheme = URI.create(text).getScheme();
            if (URI.create(text).getHost() != null && ("https".equals(scheme) || "http".equals(scheme))) {
                return text;
            }
        } catch (IllegalArgumentException wrong) {
            // Told below, like any other that is no address.
        }
        fields.error(name, "url");
        return null;
    }
}
