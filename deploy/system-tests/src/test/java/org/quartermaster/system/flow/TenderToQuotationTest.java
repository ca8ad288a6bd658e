package org.quartermaster.system.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;

/** Flow F3: a tender is published, and who subscribed to its code finds a quotation for it. */
@OnCommonPlatform
class TenderToQuotationTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String SUBSCRIPTION = "{\"cpv_prefix\": \"39831000\", \"draft_quotation\": true}";

    private static Platform platform;

    /** A word that no other article has. */
    private final String word = "Qx" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");

    private final Client catalog = Client.demo(platform, "catalog");
    private final Client procurement = Client.demo(platform, "procurement");
    private String tender;

    @BeforeAll
    static void start(Platform common) {
        platform = common;
        Client.demo(platform, "catalog").post("tender-subscriptions", SUBSCRIPTION);
    }

    @BeforeEach
    void sellCleaner() {
        var product =
                catalog.post("products", """
                        {"sku": "%s", "name": "%s floor cleaner 5 l"}""".formatted(word, word)).path("id").asLong();
        catalog.post("products/" + product + "/prices", "{\"amount\": 12.5}");
    }

    private void publish() {
        tender = procurement
                .post("tenders", """
                        {"title": "Cleaning of the town hall %s", "status": "open", "buyer": {"name": "Town hall"}, "publication_date": "%s",
                         "closing_date": "%s", "cpv_codes": ["39831000-6"], "estimated_value": 4000,
                         "estimated_currency": "USD", "language": "en", "items": [
                           {"item_id": "1", "description": "%s floor cleaner 5 l", "cpv_code": "39831000-6",
                            "quantity": 20, "unit": "piece"},
                           {"item_id": "2", "description": "Zeppelin moorage", "cpv_code": "39831000-6",
                            "quantity": 1, "unit": "piece"}]}""".formatted(
                                word, Instant.now(), Instant.now().plus(Duration.ofDays(20)), word))
                .path("tender_id")
                .asText();
    }

    private JsonNode requests() {
        var all = catalog.get("rfps?source=tender&limit=100").path("items");
        var own = JsonNodeFactory.instance.arrayNode();
        all.forEach(rfp -> {
            if (rfp.path("source_ref").asText().equals(tender)) {
                own.add(rfp);
            }
        });
        return own;
    }

    private JsonNode shown() {
        return procurement.get("tenders/" + tender).path("quotations");
    }

    private long notices(String number) {
        return procurement.get("notifications?type=quotation&limit=100").findValuesAsText("title").stream()
                .filter(title -> title.contains(number))
                .count();
    }

    @Disturbed
    void theTenderShowsTheQuotationThatWasDraftedForIt(Disturbance disturbance) throws Exception {
        disturbance.around(platform, "procurement", "catalog", this::publish);

        await("the tender shows a quotation").atMost(LONGEST).until(() -> !shown().isEmpty());
        disturbance.after();
        assertThat(requests()).as("requests in the catalog").hasSize(1);
        var drafted = catalog.get(
                        "quotations?rfp_id=" + requests().get(0).path("id").asText())
                .path("items");
        assertThat(drafted).hasSize(1);
        var number = drafted.get(0).path("quotation_number").asText();
        assertThat(drafted.get(0).path("status").asText()).isEqualTo("draft");
        assertThat(drafted.get(0).path("subtotal").decimalValue()).isEqualByComparingTo("250");
        assertThat(shown()).hasSize(1);
        var quotation = shown().get(0);
        assertThat(quotation.path("quotation_number").asText()).isEqualTo(number);
        assertThat(quotation.path("lines_matched").asInt()).isOne();
        assertThat(quotation.path("lines_total").asInt()).isEqualTo(2);
        assertThat(notices(number)).as("notices of it").isOne();
        assertThat(procurement
                        .get("history/analyses?analysis_type=quotation_drafted&tender_id=" + tender)
                        .path("items"))
                .hasSize(1);
    }
}
