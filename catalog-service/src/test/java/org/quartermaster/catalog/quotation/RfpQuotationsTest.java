package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** Quotations that are drafted from requests. */
@CatalogTest
class RfpQuotationsTest {
    private TestShop shop;
    private String rfp;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
        shop.run("""
                insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type, analysis_status,
                  client_name) values (:t, 'Request 7', 'rfp/1', 'text/plain', 'analyzed', 'Yard')
                """);
        rfp = shop.value("select id from catalog.rfpdocument");
    }

    private void line(int number, String status, String quantity) throws SQLException {
        var product = status.equals("confirmed") ? shop.product() : "null";
        shop.run("""
                insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status, quantity,
                  product_id, confidence)
                select tenant_id, id, %d, 'raw', 'line %d', '%s', %s, %s, 0.9 from catalog.rfpdocument
                """.formatted(number, number, status, quantity, product));
    }

    private JsonNode draft(String body, int status) {
        return TestShop.json(
                shop.tenant()
                        .manager()
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/rfps/" + rfp + "/quotations"),
                status);
    }

    @Test
    void onlyKnownLinesHaveAPriceAndNoneIsLost() throws SQLException {
        line(1, "confirmed", "10");
        line(2, "no_match", "3");
        line(3, "excluded", "4");
        line(4, "confirmed", "null");

        var quotation = draft("{\"customer_id\": %s}".formatted(shop.customer()), 201);

        assertThat(quotation.get("line_items").findValuesAsText("rfp_line_no")).containsExactly("1", "2", "4");
        assertThat(quotation.get("line_items").findValuesAsText("price_status"))
                .containsExactly("priced", "missing", "missing");
        assertThat(quotation.at("/line_items/2/price_trace/reason").asText()).isEqualTo("no_quantity");
        assertThat(quotation.get("total_amount").asText()).isEqualTo("103.79");
        assertThat(quotation.get("client_name").asText()).isEqualTo("Harbour Works");
        assertThat(quotation.get("project_title").asText()).isEqualTo("Request 7");
        assertThat(shop.value("select state from catalog.rfpdocument")).isEqualTo("quoted");
        var refused = shop.step(quotation, "send", "{}", 422);
        assertThat(refused.get("errors").findValuesAsText("field")).containsExactly("line_items[1]", "line_items[2]");
    }

    @Test
    void whatWasDraftedTellsHowMuchOfTheRequestItAnswers() throws SQLException {
        line(1, "confirmed", "10");
        line(2, "no_match", "3");
        line(3, "rejected", "4");

        var quotation = draft("{}", 201);

        var events = new Shop(shop.tenant());
        var told = events.event("quotation.drafted");
        assertThat(told.get("id")).isEqualTo(quotation.get("id"));
        assertThat(told.get("rfp_id").asText()).isEqualTo(rfp);
        assertThat(told.get("source").asText()).isEqualTo("upload");
        assertThat(told.has("tender_id")).isFalse();
        assertThat(told.get("items_count").intValue()).isEqualTo(2);
        assertThat(told.get("lines_total").intValue()).isEqualTo(3);
        assertThat(told.get("lines_matched").intValue()).isEqualTo(1);
        assertThat(events.events("quotation.created")).isZero();
        assertThat(events.event("rfp.quoted").get("quotation_id")).isEqualTo(quotation.get("id"));
    }

    @Test
    void fiveHundredLinesAreDraftedByAsManyStatementsAsOne() throws SQLException {
        line(1, "confirmed", "10");
        var one = shop.statements(() -> draft("{}", 201));
        shop.run("""
                insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status, quantity,
                  product_id, confidence)
                select tenant_id, rfp_id, n, raw_text, description, status, quantity, product_id, confidence
                from catalog.rfpline, generate_series(2, 500) n
                """);

        var many = shop.statements(() -> draft("{}", 201));

        assertThat(many).isEqualTo(one);
        assertThat(shop.value("select max(line_no) from catalog.quotationitem")).isEqualTo("500");
    }

    @Test
    void aRequestWithoutLinesOrAnalysisGivesNone() throws SQLException {
        line(1, "rejected", "1");
        assertThat(draft("{}", 422).get("code").asText()).isEqualTo("rfp.no_lines");

        shop.run("update catalog.rfpdocument set analysis_status = 'pending'");
        assertThat(draft("{}", 409).get("code").asText()).isEqualTo("rfp.not_analyzed");
    }

    @Test
    void theRequestOfATenderIsDraftedWhenItWasAnalyzed() throws SQLException {
        line(1, "confirmed", "10");
        line(2, "no_match", "3");
        shop.run("insert into catalog.tendersubscription (tenant_id, cpv_prefix) values (:t, '18141000')");
        shop.run("""
                update catalog.rfpdocument set source = 'tender', source_ref = 'T-1', analysis_status = 'failed',
                  analysis_results = jsonb_build_object('tender', jsonb_build_object('subscription_id',
                    (select id from catalog.tendersubscription)))
                """);

        shop.tenant()
                .manager()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/rfps/" + rfp + "/analyze")
                .then()
                .statusCode(200);

        await("the draft").until(() -> "1".equals(shop.value("select count(*) from catalog.quotation")));
        var told = new Shop(shop.tenant()).event("quotation.drafted");
        assertThat(told.get("source").asText()).isEqualTo("tender");
        assertThat(told.get("tender_id").asText()).isEqualTo("T-1");
        assertThat(shop.value("select details ->> 'verb' from catalog.activitylog where entity_type = 'quotation'"))
                .isEqualTo("drafted");
        assertThat(shop.value("select total_amount from catalog.quotation")).isEqualTo("109.2500");
    }
}
