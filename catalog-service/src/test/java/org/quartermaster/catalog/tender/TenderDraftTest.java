package org.quartermaster.catalog.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.platform.testing.ForeignEvents;

/** A tender whose lines are matched becomes a draft with the prices that its subscription wants. */
@CatalogTest
class TenderDraftTest {
    private static final String ROWS = """
            with product as (
              insert into catalog.product (tenant_id, sku, name, slug, folded_name, folded_keys)
              values (:t, 'HELM-200', 'Safety helmet white', 'helmet', 'safety helmet white', 'helm 200')
              returning tenant_id, id
            )
            insert into catalog.productpricing (tenant_id, product_id, amount) select tenant_id, id, 10 from product
            returning id
            """;
    private static final String TENDER = """
            {"tender_id": "%s", "title": "Head protection", "cpv_codes": ["18141000-9"], "items": [
              {"description": "HELM-200 safety helmet white", "quantity": 12, "unit": "pcs"},
              {"description": "Flux stabiliser", "quantity": 1}]%s}
            """;

    private final Shop shop = Shop.open();
    private final String tender = "ocds-" + UUID.randomUUID();

    @BeforeEach
    void sellHelmets() {
        shop.value(ROWS);
    }

    private void subscribe(String members) {
        shop.make("/tender-subscriptions", "{\"cpv_prefix\": \"18141000\"%s}".formatted(members));
    }

    private void publish(String members) {
        ForeignEvents.publish("procurement", "public", "tender", "published", TENDER.formatted(tender, members));
    }

    private JsonNode drafted() {
        await("the draft").untilAsserted(() -> assertThat(shop.events("quotation.drafted"))
                .isEqualTo(1));
        var id = shop.event("quotation.drafted").get("id").asText();
        return shop.read("/quotations/" + id);
    }

    @Test
    void itTellsHowMuchOfTheTenderItAnswers() {
        subscribe("");

        publish(", \"procuring_entity\": \"City of Ohrid\"");

        var draft = drafted();
        assertThat(draft.get("client_name").asText()).isEqualTo("City of Ohrid");
        assertThat(draft.get("line_items").findValuesAsText("price_status")).containsExactly("priced", "missing");
        var told = shop.event("quotation.drafted");
        assertThat(told.get("source").asText()).isEqualTo("tender");
        assertThat(told.get("tender_id").asText()).isEqualTo(tender);
        assertThat(told.get("items_count").intValue()).isEqualTo(2);
        assertThat(told.get("lines_total").intValue()).isEqualTo(2);
        assertThat(told.get("lines_matched").intValue()).isEqualTo(1);
    }

    @Test
    void itHasThePricesOfTheGroupThatTheSubscriptionNamesAlsoWhenItIsPricedAnew() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\", \"discount_percent\": 10}");
        subscribe(", \"customer_group_id\": " + group);

        publish(", \"procuring_entity\": \"City of Ohrid\"");

        var draft = drafted();
        assertThat(draft.at("/line_items/0/unit_price").asText()).isEqualTo("9.0000");
        var again =
                shop.post("/quotations/" + draft.get("id") + "/reprice", "{}").statusCode(200);
        assertThat(again.extract().jsonPath().getDouble("line_items[0].unit_price"))
                .isEqualTo(9.0);
        var customer = shop.customer("C", null);
        var moved = shop.tenant()
                .manager()
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"customer_id\": " + customer + "}")
                .patch("/api/v1/quotations/" + draft.get("id"))
                .then()
                .statusCode(200);
        assertThat(moved.extract().jsonPath().getDouble("line_items[0].unit_price"))
                .isEqualTo(10.0);
    }

    @Test
    void aListOfTheGroupComesBeforeThePriceForEverybody() {
        var group = shop.make("/customer-groups", "{\"code\": \"G\", \"name\": \"G\"}");
        var list = shop.make("/price-lists", """
                {"code": "L", "name": "L", "currency": "USD", "customer_group_id": %d}""".formatted(group));
        var product = shop.value("select id from catalog.product");
        shop.make("/products/" + product + "/prices", "{\"amount\": 7, \"price_list_id\": " + list + "}");
        subscribe(", \"customer_group_id\": " + group);

        publish("");

        assertThat(drafted().at("/line_items/0/unit_price").asText()).isEqualTo("7.0000");
    }

    @Test
    void aTenderThatDoesNotNameItsBuyerIsOfferedUnderItsTitle() {
        subscribe("");

        publish("");

        assertThat(drafted().get("client_name").asText()).isEqualTo("Head protection");
    }

    @Test
    void noDraftIsMadeWhereNoneIsWanted() {
        subscribe(", \"draft_quotation\": false");

        publish("");

        await("the request is analyzed")
                .untilAsserted(() -> assertThat(shop.events("rfp.analyzed")).isEqualTo(1));
        assertThat(shop.value("select count(*) from catalog.quotation")).isEqualTo("0");
    }
}
