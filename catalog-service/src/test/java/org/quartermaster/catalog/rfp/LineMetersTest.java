package org.quartermaster.catalog.rfp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.platform.testing.AlertRules;
import org.quartermaster.platform.testing.Metrics;
import org.quartermaster.platform.testing.TestTenant;

/** What those who watch the service see of requests. */
@CatalogTest
class LineMetersTest {
    private static final String LINES = "catalog_rfp_lines_total";
    private static final String SURE = "catalog_match_confidence_count";

    private final TestTenant tenant = TestTenant.create();

    private String analyzed() throws SQLException {
        TestProducts.add(tenant.id(), "HE-100", "Safety helmet white", "");
        return TestRfp.analyzed(tenant, "1. HE-100 safety helmet white - 3 pcs\n2. flux stabiliser - 4 pcs");
    }

    private static double lines(String outcome) {
        return Metrics.value(LINES, "outcome=\"" + outcome + "\"");
    }

    @Test
    void linesAreCountedByWhatBecameOfThem() throws SQLException {
        var auto = lines("auto");
        var none = lines("no_match");
        var excluded = lines("excluded");
        var sure = Metrics.value(SURE);

        TestRfp.patch(tenant, analyzed() + "/lines/2", "{\"status\": \"excluded\"}")
                .statusCode(200);

        await("the count of two lines and a decision").untilAsserted(() -> {
            assertThat(lines("auto")).isGreaterThan(auto);
            assertThat(lines("no_match")).isGreaterThan(none);
            assertThat(lines("excluded")).isGreaterThan(excluded);
            assertThat(Metrics.value(SURE)).isGreaterThan(sure);
        });
    }

    @Test
    void everyMetricOfTheAlertRulesIsThere() throws IOException, SQLException {
        analyzed();
        var shop = new Shop(tenant);
        var product = shop.product("A");
        shop.get("/products/" + product + "/price").statusCode(200);
        shop.post("/reservations", "{\"reference\": \"R\", \"lines\": [" + TestStock.line(product, 1) + "]}")
                .statusCode(409);

        var there = given().get("/q/metrics").asString();

        assertThat(AlertRules.metrics("catalog")).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(there)
                .containsPattern("(?m)^" + name + "[{ ]"));
    }
}
