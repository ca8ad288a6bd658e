package org.quartermaster.catalog.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quartermaster.platform.testing.Eventually.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;

/** Quotations that are drafted from requests. */
@CatalogTest
class RfpQuotationsTest {
    private TestShop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = TestShop.open();
        shop.run("""
                insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type, analysis_status,
                  client_name) values (:t, 'Request 7', 'rfp/1', 'text/plain', 'analyzed', 'Yard')
                """);
    }

    private void line(int number, String status, String quantity) throws SQLException {
        var product = status.equals("confirmed") ? shop.product() : "null";
        shop.run("""
                insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status, quantity,
                  product_id, confidence)
                select tenant_id, id, %d, 'raw', 'line %d', '%s', %s, %s, 0.9 from catalog.rfpdocument
                """.formatted(number, number, status, quantity, product));
    }

    private JsonNode draft(String body, int status) throws SQLException {
        var path = "/api/v1/rfps/" + shop.value("select id from catalog.rfpdocument") + "/quotations";
        return TestShop.json(
                shop.tenant()
                        .manager()
                        .contentType("application/json")
                        .body(body)
                        .post(path),
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
        assertThat(refused.get("errors").findValuesAsText("field")).containsExactly("items[2]", "items[3]");
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

        var rfp = "/api/v1/rfps/" + shop.value("select id from catalog.rfpdocument");
        shop.tenant()
                .manager()
                .contentType("application/json")
                .body("{}")
                .post(rfp + "/analyze")
                .then()
                .statusCode(200);

        await("the draft").until(() -> "1".equals(shop.value("select count(*) from catalog.quotation")));
        assertThat(shop.value("select details ->> 'verb' from catalog.activitylog where entity_type = 'quotation'"))
                .isEqualTo("drafted");
        assertThat(shop.value("select total_amount from catalog.quotation")).isEqualTo("109.2500");
    }
}
