package org.quartermaster.procurement.billing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.installation.LocalPages;

/** The pages of the mock provider; for this machine alone, because nobody pays here. */
@Path("/q")
@Tag(name = "billing")
@Produces(MediaType.TEXT_HTML)
public final class MockPages {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head><body>
            <h1>%1$s</h1>
            %2$s
            </body></html>
            """;
    private static final String BUTTON = "<form method=\"post\"><button>%s</button></form>";
    private static final String BOUGHT = """
            select * from procurement.subscriptions
            where stripe_customer_id = $1 and stripe_subscription_id is not null
              and status in ('trialing', 'active', 'past_due')
            """;

    private final Call call;
    private final LocalPages pages;
    private final MockProvider provider;
    private final WebhookSecret secret;
    private final Webhooks webhooks;
    private final Writes writes;

    @Inject
    MockPages(
            Call call,
            LocalPages pages,
            MockProvider provider,
            WebhookSecret secret,
            Webhooks webhooks,
            Writes writes) {
        this.call = call;
        this.pages = pages;
        this.provider = provider;
        this.secret = secret;
        this.webhooks = webhooks;
        this.writes = writes;
    }

    @GET
    @Path("mock-checkout/{session}")
    @PermitAll
    @Operation(summary = "The page of a checkout, which changes nothing until its button is pressed", hidden = true)
    public Response checkout(String session) {
        var order = find(session, true).order();
        var back = order.cancelUrl() == null ? "" : "<a href=\"%s\">Back</a>".formatted(escape(order.cancelUrl()));
        return page(order.price(), BUTTON.formatted("Pay") + back);
    }

    @POST
    @Path("mock-checkout/{session}")
    @PermitAll
    @Operation(summary = "The button of a checkout: sends the signed events of a payment", hidden = true)
    public Uni<Response> pay(String session) {
        var found = find(session, true);
        var after = found.order().successUrl();
        return InTurn.each(provider.paid(found, found.begun()), event -> send(provider.bytes(event)))
                .map(ignored -> after == null
                        ? page("Paid", "")
                        : Response.seeOther(URI.create(after)).build());
    }

    @GET
    @Path("mock-portal/{session}")
    @PermitAll
    @Operation(summary = "The page of what was bought", hidden = true)
    public Response portal(String session) {
        find(session, false);
        return page("Your subscription", BUTTON.formatted("End it with its period"));
    }

    @POST
    @Path("mock-portal/{session}")
    @PermitAll
    @Operation(summary = "The button of the portal: sends the signed event of an end with the period", hidden = true)
    public Uni<Response> cancel(String session) {
        var customer = find(session, false).customer();
        var system = Caller.system(AuditLog.PLATFORM);
        return writes.writeGlobal(system, unit -> unit.run(BOUGHT, customer)
                        .map(BillingProblems.NO_SUBSCRIPTION::require)
                        .chain(row -> Purchases.bought(unit, LiveRow.of(row))))
                .map(bought -> provider.bytes(provider.cancelled(bought)))
                .chain(this::send)
                .map(ignored -> page("It will end with its period", ""));
    }

    private static Response page(String title, String content) {
        return Response.ok(PAGE.formatted(escape(title), content)).build();
    }

    private Uni<String> send(byte[] body) {
        var key = secret.text().orElseThrow(Problem::unavailable);
        return webhooks.receive(body, Signature.header(body, key, Instant.now()));
    }

    private MockSession find(String session, boolean isCheckout) {
        if (!pages.areFor(call)) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return provider.session(session)
                .filter(found -> isCheckout == (found.order().price() != null))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
