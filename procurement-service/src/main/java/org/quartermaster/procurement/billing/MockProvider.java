package org.quartermaster.procurement.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Sha256;
import org.quartermaster.procurement.installation.LocalPages;
import org.quartermaster.procurement.mail.MailLinks;

/**
 * A provider that takes no money: its page has a button that sends what a real one would send. Where nobody gets that
 * page it refuses, so that no plan is changed or ended beside the provider that was really paid.
 */
@ApplicationScoped
class MockProvider implements Provider {
    private static final int ID = 24;

    private final WebhookSecret secret;
    private final MailLinks links;
    private final ObjectMapper json;
    private final LocalPages pages;

    @Inject
    MockProvider(WebhookSecret secret, MailLinks links, ObjectMapper json, LocalPages pages) {
        this.secret = secret;
        this.links = links;
        this.json = json;
        this.pages = pages;
    }

    void warn(@Observes StartupEvent start) {
        if (!pages.areServed()) {
            Log.warn("no provider of payments is built in: plans are granted by its events, and bought nowhere here");
        }
    }

    private <T> Uni<T> here(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            if (!pages.areServed()) {
                throw Problem.of(BillingProblems.NO_PROVIDER);
            }
            return work.get();
        });
    }

    @Override
    public Uni<Session> checkout(Order order) {
        return here(() -> {
            var customer = order.customer() == null ? "cus_mock_" + Ids.random(16) : order.customer();
            return open("checkout", MockSession.of(customer, order));
        });
    }

    @Override
    public Uni<Session> portal(String customer) {
        var nothing = new Order(customer, null, 0, null, null);
        return here(() -> open("portal", MockSession.of(customer, nothing)));
    }

    private Session open(String page, MockSession session) {
        var name = session.name(key());
        return new Session(name, links.to("/q/mock-" + page + "/" + name), session.customer());
    }

    private String key() {
        return secret.text().orElseThrow(Problem::unavailable);
    }

    Optional<MockSession> session(String name) {
        return secret.text().flatMap(key -> MockSession.read(name, key, Instant.now()));
    }

    /** What is sent when the button is pressed; the same however often it is. */
    List<ObjectNode> paid(MockSession session, Instant now) {
        var id = Sha256.hex(session.nonce()).substring(0, ID);
        var interval = session.order().price().endsWith("_year") ? "year" : "month";
        var start = now.atOffset(ZoneOffset.UTC);
        var end = interval.equals("year") ? start.plusYears(1) : start.plusMonths(1);
        var subscription = subscription(
                "sub_" + id, session.customer(), "active", session.order().price());
        subscription.put("current_period_start", now.getEpochSecond());
        subscription.put("current_period_end", end.toEpochSecond());
        subscription.put("cancel_at_period_end", false);
        var invoice = JsonNodeFactory.instance
                .objectNode()
                .put("id", "in_" + id)
                .put("customer", session.customer())
                .put("subscription", "sub_" + id)
                .put("amount_paid", session.order().minorUnits())
                .put("currency", "eur");
        return List.of(
                event("evt_" + id + "_created", ProviderEvent.CREATED, now, subscription),
                event("evt_" + id + "_paid", ProviderEvent.PAID, now, invoice));
    }

    @Override
    public Uni<ProviderEvent> cancel(Bought bought, boolean immediately) {
        if (!immediately) {
            return here(() -> ProviderEvent.read(cancelled(bought)));
        }
        var object = object(bought, bought.price());
        object.put("status", "canceled").put("canceled_at", Instant.now().getEpochSecond());
        return told(ProviderEvent.DELETED, object);
    }

    /** That a subscription will end with its period, as it is sent. */
    ObjectNode cancelled(Bought bought) {
        var object = object(bought, bought.price()).put("cancel_at_period_end", true);
        return event("evt_" + Ids.random(ID), ProviderEvent.UPDATED, Instant.now(), object);
    }

    @Override
    public Uni<ProviderEvent> resume(Bought bought) {
        return told(ProviderEvent.UPDATED, object(bought, bought.price()).put("cancel_at_period_end", false));
    }

    @Override
    public Uni<ProviderEvent> change(Bought bought, String price) {
        return told(ProviderEvent.UPDATED, object(bought, price));
    }

    private Uni<ProviderEvent> told(String type, ObjectNode object) {
        return here(() -> ProviderEvent.read(event("evt_" + Ids.random(ID), type, Instant.now(), object)));
    }

    private static ObjectNode object(Bought bought, String price) {
        var row = bought.row();
        var object = subscription(row.providerId(), row.customer(), row.status(), price);
        object.put("cancel_at_period_end", row.cancelAtPeriodEnd());
        if (row.periodStart() != null) {
            object.put("current_period_start", row.periodStart().getEpochSecond());
        }
        if (row.periodEnd() != null) {
            object.put("current_period_end", row.periodEnd().getEpochSecond());
        }
        return object;
    }

    private static ObjectNode subscription(String id, String customer, String status, String price) {
        var object = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("customer", customer)
                .put("status", status);
        object.putObject("items")
                .putArray("data")
                .addObject()
                .putObject("price")
                .put("id", price);
        return object;
    }

    private static ObjectNode event(String id, String type, Instant created, ObjectNode object) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", type)
                .put("created", created.getEpochSecond());
        event.putObject("data").set("object", object);
        return event;
    }

    /** As it is sent over the wire. */
    byte[] bytes(ObjectNode event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
