package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;

/** The way of a quotation from draft to its end. */
@CatalogTest
class QuotationStepsTest {
    private TestShop shop;

    @Inject
    QuotationExpiry expiry;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String reserved() throws SQLException {
        return shop.value("select trunc(quantity_reserved) from catalog.productinventory");
    }

    private String reservations() throws SQLException {
        return shop.value("select count(*) from catalog.stockreservation");
    }

    private void late(JsonNode quotation) throws SQLException {
        shop.run("update catalog.quotation set valid_until = now() - interval '1 second' where id = "
                + TestShop.id(quotation));
    }

    @Test
    void sendingFreezesLinesAndFile() throws Exception {
        var draft = shop.create(shop.gloves(10));
        assertThat(text(shop.pdf(draft))).contains("DRAFT", "103.79");

        var sent = shop.step(draft, "send", "{}", 200);
        var file = shop.pdf(sent);
        shop.run("update catalog.product set sku = 'GL-500' where sku = 'GL-400'");
        shop.run("update catalog.catalogsetting set company = '{\"name\": \"Another\"}'");

        assertThat(text(file))
                .contains("Harbour Tools", "Harbour Works", "Net 30", "GL-400", "9.0250", "90.25", "13.54", "103.79")
                .doesNotContain("DRAFT");
        assertThat(shop.pdf(sent)).isEqualTo(file);
        assertThat(shop.get(sent).at("/line_items/0/sku").asText()).isEqualTo("GL-400");
        assertThat(shop.patch("/" + TestShop.id(sent), "*", "{\"notes\": \"late\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsUnpricedOrUntaxedIsNotSent() throws SQLException {
        var unpriced = shop.create(shop.gloves(1), "{\"item_description\": \"Advice\", \"quantity\": 1}");
        var refused = shop.step(unpriced, "send", "{}", 422);
        shop.patch("/" + TestShop.id(unpriced) + "/items/2", "*", "{\"price_status\": \"excluded\"}");
        shop.run("delete from catalog.taxrate");
        var untaxed = shop.create(shop.gloves(1));

        assertThat(refused.get("code").asText()).isEqualTo("quotation.unpriced");
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("line_items[1]");
        assertThat(shop.step(unpriced, "send", "{}", 200).get("status").asText())
                .isEqualTo("sent");
        assertThat(shop.step(untaxed, "send", "{}", 422).get("code").asText()).isEqualTo("quotation.tax_unknown");
    }

    @Test
    void acceptingHoldsTheStockOnceHoweverManyAsk() throws Exception {
        var sent = shop.sent();
        var path = "/" + TestShop.id(sent) + "/accept";
        var workers = Executors.newFixedThreadPool(2);
        Callable<Integer> accept =
                () -> shop.post(path, "{\"accepted_by\": \"Ann\"}").statusCode();
        var answers = workers.invokeAll(List.of(accept, accept));
        workers.shutdown();

        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        assertThat(reserved()).isEqualTo("10");
        assertThat(reservations()).isEqualTo("1");
        var accepted = shop.get(sent);
        assertThat(accepted.get("accepted_by").asText()).isEqualTo("Ann");
        assertThat(accepted.get("reservation_id").isNumber()).isTrue();
    }

    @Test
    void tooLittleStockIsRefusedOrHeldAsFarAsItGoes() throws SQLException {
        var sent = shop.step(shop.create(shop.gloves(60)), "send", "{}", 200);

        var refused = shop.step(sent, "accept", "{}", 409);
        assertThat(refused.get("code").asText()).isEqualTo("stock.insufficient");
        assertThat(shop.get(sent).get("status").asText()).isEqualTo("sent");
        var accepted = shop.step(sent, "accept", "{\"on_shortage\": \"backorder\"}", 200);

        assertThat(accepted.at("/backordered/0/line_no").intValue()).isEqualTo(1);
        assertThat(reserved()).isEqualTo("50");
    }

    @Test
    void cancellingWhatWasAcceptedFreesItsStock() throws SQLException {
        var accepted = shop.step(shop.sent(), "accept", "{}", 200);
        assertThat(reserved()).isEqualTo("10");

        var cancelled = shop.step(accepted, "cancel", "{}", 200);

        assertThat(cancelled.get("status").asText()).isEqualTo("cancelled");
        assertThat(reserved()).isEqualTo("0");
    }

    @Test
    void whatNoWarehouseKeepsIsListed() throws SQLException {
        var item = "{\"product_id\": %s, \"quantity\": 2, \"unit_price\": 3, \"price_reason\": \"r\"}";
        var sent = shop.step(shop.create(item.formatted(shop.unpriced())), "send", "{}", 200);

        var accepted = shop.step(sent, "accept", "{}", 200);

        assertThat(accepted.at("/untracked/0/sku").asText()).isEqualTo("UN-1");
        assertThat(reservations()).isEqualTo("0");
    }

    @Test
    void stepsFromTheWrongStateAreRefused() throws SQLException {
        var draft = shop.create(shop.gloves(1));

        for (var step : List.of("accept", "reject", "revise")) {
            assertThat(shop.step(draft, step, "{}", 409).get("code").asText()).isEqualTo("quotation.state");
        }
        shop.step(draft, "cancel", "{}", 200);
        assertThat(shop.step(draft, "send", "{}", 409).get("code").asText()).isEqualTo("quotation.state");
    }

    @Test
    void whatIsLateCannotBeAcceptedAndExpiresByItself() throws Exception {
        var sent = shop.sent();
        late(sent);

        assertThat(shop.step(sent, "accept", "{}", 409).get("code").asText())
                .isIn("quotation.expired", "quotation.state");
        expiry.expireAll();

        assertThat(shop.get(sent).get("status").asText()).isEqualTo("expired");
        assertThat(shop.value("select count(*) from catalog.activitylog where action = 'expired'"))
                .isEqualTo("1");
    }

    @Test
    void aRevisionTakesThePlaceOfTheOneBeforeWhenItIsSent() throws SQLException {
        var first = shop.sent();
        var second = shop.step(first, "revise", "{}", 201);

        assertThat(second.get("quotation_number")).isEqualTo(first.get("quotation_number"));
        assertThat(second.get("revision").intValue()).isEqualTo(2);
        assertThat(second.get("is_current").booleanValue()).isFalse();
        assertThat(shop.step(first, "revise", "{}", 409).get("code").asText()).isEqualTo("quotation.draft_exists");
        shop.step(second, "send", "{}", 200);

        assertThat(shop.get(first).get("status").asText()).isEqualTo("superseded");
        assertThat(shop.step(first, "accept", "{}", 409).get("code").asText()).isEqualTo("quotation.state");
        var number = shop.tenant()
                .manager()
                .get(TestShop.PATH + "/by-number/"
                        + first.get("quotation_number").asText());
        assertThat(TestShop.json(number, 200).get("revision").intValue()).isEqualTo(2);
        var revisions = shop.tenant().manager().get(TestShop.PATH + "/" + TestShop.id(first) + "/revisions");
        assertThat(TestShop.json(revisions, 200).get("items").findValuesAsText("status"))
                .asInstanceOf(LIST)
                .containsExactly("superseded", "sent");
    }

    @Test
    void aRevisionResolvesPricesAnewUnlessTheyAreKept() throws SQLException {
        var first = shop.sent();
        shop.run("""
                insert into catalog.productpricing (tenant_id, product_id, price_type, amount, minimum_quantity)
                select tenant_id, id, 'sale', 9, 1 from catalog.product where sku = 'GL-400'
                """);

        var kept = shop.step(first, "revise", "{\"keep_prices\": true}", 201);
        shop.step(kept, "cancel", "{}", 200);
        var anew = shop.step(first, "revise", "{}", 201);

        assertThat(kept.at("/line_items/0/unit_price").asText()).isEqualTo("9.0250");
        assertThat(anew.at("/line_items/0/unit_price").asText()).isEqualTo("8.5500");
        assertThat(anew.get("revision").intValue()).isEqualTo(3);
    }

    @Test
    void whoLooksAtTheFileIsLogged() throws SQLException {
        shop.pdf(shop.create(shop.gloves(1)));

        assertThat(shop.value("select count(*) from catalog.activitylog where action = 'viewed'"))
                .isEqualTo("1");
    }
}
