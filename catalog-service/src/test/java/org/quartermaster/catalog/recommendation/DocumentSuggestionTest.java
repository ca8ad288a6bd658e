package org.quartermaster.catalog.recommendation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;

/** What the tools of a quotation or a request ask for beside them. */
@CatalogTest
class DocumentSuggestionTest {
    private static final String TOOL = """
            insert into catalog.toolriskclassification (tenant_id, tool_name, category, risk_level, hazards, mandatory_ppe,
              unspsc_code)
            values (:t, 'Oil gun', 'lubrication', 'high', '["test_splash"]', '["test_gloves"]', '15121501') returning id
            """;
    private static final String REQUEST = """
            with request as (
              insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type)
              values (:t, 'R', 'rfp/r', 'text/plain') returning tenant_id, id
            )
            insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status, product_id)
            select r.tenant_id, r.id, 1, 'oil', 'oil', 'confirmed', p.id
            from request r join catalog.product p on p.tenant_id = r.tenant_id and p.sku = 'OIL-1' returning rfp_id
            """;

    private Workshop workshop;
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        workshop = new Workshop();
        shop = new Shop(workshop.tenant);
        shop.value(TOOL);
    }

    private long quotation(String... skus) throws SQLException {
        var items = new StringBuilder();
        for (var sku : skus) {
            items.append(items.isEmpty() ? "" : ", ")
                    .append("{\"product_id\": %s, \"quantity\": 1}".formatted(workshop.product(sku)));
        }
        return shop.make(
                "/quotations",
                "{\"client_name\": \"Ann\", \"project_title\": \"P\", \"items\": [%s]}".formatted(items));
    }

    @Test
    void aToolOnAQuotationAsksForItsEquipment() throws SQLException {
        var id = quotation("OIL-1");

        shop.post("/recommendations/suggest", "{\"quotation_id\": %d}".formatted(id))
                .statusCode(200)
                .body("source_ref", equalTo("quotation/" + id))
                .body("items.sku", contains("GL-1"))
                .body("items[0].mandatory", is(true))
                .body("items[0].reason", containsString("Oil gun"));
    }

    @Test
    void whatTheQuotationHasAlreadyIsNotAskedFor() throws SQLException {
        var id = quotation("OIL-1", "GL-1");

        shop.post("/recommendations/suggest", "{\"quotation_id\": %d}".formatted(id))
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aToolThatARequestAsksForDoesLikewiseAndIsKeptOnce() {
        var question = "{\"rfp_id\": %s, \"save\": true}".formatted(shop.value(REQUEST));

        shop.post("/recommendations/suggest", question).statusCode(200).body("items.sku", contains("GL-1"));
        shop.post("/recommendations/suggest", question).statusCode(409).body("errors.field", contains("source_ref"));

        shop.get("/recommendations")
                .body("items", hasSize(1))
                .body("items[0].recommendation_source", is("rfp_analysis"));
    }

    @Test
    void aDocumentOfAnotherTenantIsUnknown() throws SQLException {
        var id = quotation("OIL-1");

        Shop.open()
                .post("/recommendations/suggest", "{\"quotation_id\": %d}".formatted(id))
                .statusCode(422)
                .body("errors.code", contains("reference.unknown"));
    }
}
