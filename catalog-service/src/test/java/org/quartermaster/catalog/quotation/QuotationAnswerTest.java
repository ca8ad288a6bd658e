package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** What the client says to a quotation, and what everybody is told of it. */
@CatalogTest
class QuotationAnswerTest {
    private TestShop shop;
    private Shop events;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
        events = new Shop(shop.tenant());
    }

    private void makeLate(JsonNode quotation) throws SQLException {
        shop.run("update catalog.quotation set valid_until = now() - interval '1 second' where id = "
                + TestShop.id(quotation));
    }

    private String code(JsonNode quotation, String step) {
        return shop.step(quotation, step, "{}", 409).get("code").asText();
    }

    @Test
    void aRejectionKeepsItsReasonAndIsTold() throws SQLException {
        var rejected = shop.step(shop.sent(), "reject", "{\"reason\": \"too dear\"}", 200);

        assertThat(rejected.get("status").asText()).isEqualTo("rejected");
        assertThat(rejected.get("response_note").asText()).isEqualTo("too dear");
        assertThat(rejected.get("response_date").isNull()).isFalse();
        var told = events.event("quotation.rejected");
        assertThat(told.get("id").longValue()).isEqualTo(TestShop.id(rejected));
        assertThat(told.at("/previous/status").asText()).isEqualTo("sent");
        assertThat(shop.value("select count(*) from catalog.activitylog where action = 'rejected'"))
                .isEqualTo("1");
    }

    @Test
    void whatWasRejectedIsNotAcceptedButRevised() throws SQLException {
        var rejected = shop.step(shop.sent(), "reject", "{}", 200);

        assertThat(code(rejected, "accept")).isEqualTo("quotation.state");
        assertThat(code(rejected, "reject")).isEqualTo("quotation.state");
        var second = shop.step(rejected, "revise", "{}", 201);
        shop.step(second, "send", "{}", 200);

        assertThat(shop.get(rejected).get("status").asText()).isEqualTo("rejected");
        assertThat(shop.get(rejected).get("is_current").booleanValue()).isFalse();
    }

    @Test
    void whoIsTooLateIsToldSoBeforeAndAfterTheExpiry() throws SQLException {
        var sent = shop.sent();
        makeLate(sent);
        assertThat(code(sent, "accept")).isEqualTo("quotation.expired");

        shop.run("update catalog.quotation set status = 'expired'");

        assertThat(code(sent, "accept")).isEqualTo("quotation.expired");
        assertThat(code(sent, "reject")).isEqualTo("quotation.state");
    }

    @Test
    void whatIsOverWhenItIsSentIsRefused() throws SQLException {
        var draft = shop.create(shop.gloves(1));
        makeLate(draft);

        var refused = shop.step(draft, "send", "{}", 422);

        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("valid_until");
    }

    @Test
    void aQuotationWithoutItemsIsNotSent() throws SQLException {
        assertThat(shop.step(shop.create(), "send", "{}", 422).get("code").asText())
                .isEqualTo("quotation.unpriced");
    }

    @Test
    void anAcceptedRevisionIsADealThatNoNewerOneReplaces() throws SQLException {
        var first = shop.sent();
        var second = shop.step(first, "revise", "{}", 201);
        shop.step(first, "accept", "{}", 200);

        assertThat(code(second, "send")).isEqualTo("quotation.state");
        assertThat(shop.get(first).get("status").asText()).isEqualTo("accepted");
    }

    @Test
    void ofManyWhoAcceptAtOnceOneDoesAndStockIsHeldOnce() throws Exception {
        var path = "/" + TestShop.id(shop.sent()) + "/accept";
        var workers = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> accept = () -> shop.post(path, "{}").statusCode();
            var answers = workers.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> accept).toList());

            var codes = new int[8];
            for (var i = 0; i < codes.length; i++) {
                codes[i] = answers.get(i).get();
            }
            assertThat(codes).containsOnly(200, 409).containsOnlyOnce(200);
        } finally {
            workers.shutdown();
        }
        assertThat(shop.value("select count(*) from catalog.stockreservation")).isEqualTo("1");
        assertThat(shop.value("select trunc(quantity_reserved) from catalog.productinventory"))
                .isEqualTo("10");
        assertThat(events.events("quotation.accepted")).isEqualTo(1);
        assertThat(events.events("reservation.held")).isEqualTo(1);
    }

    @Test
    void theSameRequestTwiceIsOneAcceptance() throws SQLException {
        var path = TestShop.PATH + "/" + TestShop.id(shop.sent()) + "/accept";

        for (var i = 0; i < 2; i++) {
            shop.tenant()
                    .manager()
                    .header("Idempotency-Key", "accept-" + shop.tenant().id())
                    .contentType("application/json")
                    .body("{\"reference\": \"PO 7\"}")
                    .post(path)
                    .then()
                    .statusCode(200);
        }

        assertThat(events.events("quotation.accepted")).isEqualTo(1);
        assertThat(shop.value("select client_reference from catalog.quotation")).isEqualTo("PO 7");
    }

    @Test
    void eachStepIsToldOfInItsOrder() throws SQLException {
        var first = shop.sent();
        var second = shop.step(first, "revise", "{}", 201);
        shop.step(second, "send", "{}", 200);
        shop.step(shop.step(second, "accept", "{}", 200), "cancel", "{}", 200);

        for (var name : List.of("sent", "accepted", "cancelled", "superseded")) {
            assertThat(events.events("quotation." + name)).as(name).isPositive();
        }
        assertThat(events.event("quotation.superseded").get("id").longValue()).isEqualTo(TestShop.id(first));
        assertThat(events.event("quotation.cancelled").at("/previous/status").asText())
                .isEqualTo("accepted");
    }
}
