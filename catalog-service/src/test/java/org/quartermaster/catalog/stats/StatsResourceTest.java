package org.quartermaster.catalog.stats;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestRows;
import org.quartermaster.platform.testing.TestTenant;

/** The catalogue in numbers. */
@CatalogTest
class StatsResourceTest {
    private static final String PATH = "/api/v1/stats";

    private final TestTenant tenant = TestTenant.create();

    @Test
    void oneOfEverythingIsCounted() throws SQLException {
        TestRows.of(tenant.id());

        tenant.as("viewer")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("products.total", equalTo(1))
                .body("products.by_status.active", equalTo(1))
                .body("products.by_enrichment_status.pending", equalTo(1))
                .body("shares.priced", equalTo(1.0f))
                .body("shares.classified", equalTo(0.0f))
                .body("shares.in_stock", equalTo(1.0f))
                .body("quotations[0].status", equalTo("draft"))
                .body("quotations[0].count", equalTo(1))
                .body("rfp_lines.confirmed", equalTo(1));
    }

    @Test
    void nothingHasNoShares() {
        tenant.as("viewer")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("products.total", equalTo(0))
                .body("shares.priced", nullValue())
                .body("low_stock", equalTo(0));
    }
}
