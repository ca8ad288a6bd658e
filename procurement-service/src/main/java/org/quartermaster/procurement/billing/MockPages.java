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
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Call;

/** The page of the mock provider; for this machine alone, because nobody pays here. */
@Path("/q/mock-checkout/{session}")
@Tag(name = "billing")
@Produces(MediaType.TEXT_HTML)
public final class MockPages {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title></head><body>
            <h1>%s</h1>
            <form method="post"><button>Pay</button></form>%s
            </body></html>
            """;
    private static final String DONE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paid</title></head><body>
            <h1>Paid</h1></body></html>
            """;

    private final Call call;
    private final MockProvider provider;
    private final WebhookSecret secret;
    private final Webhooks webhooks;

    @Inject
    MockPages(Call call, MockProvider provider, WebhookSecret secret, Webhooks webhooks) {
        this.call = call;
        this.provider = provider;
        this.secret = secret;
        this.webhooks = webhooks;
    }

    @GET
    @PermitAll
    @Operation(summary = "The page of a checkout, which changes nothing until its button is pressed")
    public Response page(String session) {
        var order = find(session).order();
        var back = order.cancelUrl() == null ? "" : "<a href=\"%s\">Back</a>".formatted(escape(order.cancelUrl()));
        return Response.ok(PAGE.formatted(escape(order.price()), back)).build();
    }

    @POST
    @PermitAll
    @Operation(summary = "The button of a checkout: sends the signed events of a payment")
    public Uni<Response> pay(String session) {
        var found = find(session);
        return InTurn.each(provider.paid(found, found.begun()), event -> send(provider.bytes(event)))
                .map(ignored -> found.order().successUrl() == null
                        ? Response.ok(DONE).build()
                        : Response.seeOther(URI.create(found.order().successUrl()))
                                .build());
    }

    private Uni<String> send(byte[] body) {
        var key = secret.text().orElseThrow(Problem::unavailable);
        return webhooks.receive(body, Signature.header(body, key, Instant.now()));
    }

    private MockSession find(String session) {
        if (!isLocal(call.address())) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return provider.session(session)
                .filter(found -> found.order().price() != null)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static boolean isLocal(String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
