package org.quartermaster.catalog.rfp;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.platform.testing.TestTenant;

/** People decide on lines, and what they decide counts at once. */
@CatalogTest
class RfpLineTest {
    private final TestTenant tenant = TestTenant.create();

    private long product(String sku, String name) throws SQLException {
        return TestProducts.add(tenant.id(), sku, name, "");
    }

    private String lines(String text) {
        return TestRfp.analyzed(tenant, text) + "/lines";
    }

    @Test
    void aConfirmedLineTeachesTheSameWordsElsewhere() throws SQLException {
        product("HE-1", "Safety helmet white");
        var other = product("KB-7", "Climbing kit basic");
        var first = lines("1. head shell for climbers - 3 pcs");

        TestRfp.patch(tenant, first + "/1", "{\"product_id\": %d}".formatted(other))
                .statusCode(200)
                .body("status", is("confirmed"))
                .body("decided_by", notNullValue())
                .body("product_id", equalTo((int) other));

        TestRfp.get(tenant, lines("7. Head shell for climbers - 9 pcs") + "/1")
                .body("status", is("auto"))
                .body("product_id", equalTo((int) other))
                .body("confidence", greaterThanOrEqualTo(0.99f))
                .body("matches[0].evidence.kind", hasItem("learned"));
    }

    @Test
    void aRejectedProductIsNotChosenForTheSameWordsAgain() throws SQLException {
        var helmet = product("HE-1", "Safety helmet white");
        var first = lines("1. safety helmet white - 3 pcs");
        TestRfp.get(tenant, first + "/1").body("product_id", equalTo((int) helmet));

        TestRfp.patch(tenant, first + "/1", "{\"status\": \"rejected\"}")
                .statusCode(200)
                .body("product_id", nullValue());

        TestRfp.get(tenant, lines("1. safety helmet white - 4 pcs") + "/1").body("status", not(is("auto")));
    }

    @Test
    void whatPeopleDecidedStaysWhenTheDocumentIsReadAgain() throws SQLException {
        var helmet = product("HE-1", "Safety helmet white");
        var path = TestRfp.analyzed(tenant, "1. safety helmet white - 3 pcs\n2. duct tape - 4 rolls");
        TestRfp.patch(tenant, path + "/lines/2", "{\"status\": \"excluded\"}").statusCode(200);
        TestRfp.patch(tenant, path + "/lines/1", "{\"quantity\": 8}").statusCode(200);

        tenant.as("operator").post(path + "/analyze").then().statusCode(200).body("analysis_status", is("pending"));

        TestRfp.ended(tenant, path).body("counts.excluded", is(1)).body("counts.auto", is(1));
        TestRfp.get(tenant, path + "/lines/1").body("quantity", is(8.0f)).body("product_id", equalTo((int) helmet));
    }

    @Test
    void aLineThatWasMissedIsMatchedAtOnce() throws SQLException {
        var helmet = product("HE-100", "Safety helmet white");
        var path = lines("1. duct tape - 4 rolls");

        tenant.as("operator")
                .contentType("application/json")
                .body("{\"description\": \"HE-100 helmet\", \"quantity\": 2, \"uom\": \"pcs\"}")
                .post(path)
                .then()
                .statusCode(201)
                .body("line_no", is(2))
                .body("uom", is("C62"))
                .body("product_id", equalTo((int) helmet));
    }

    @Test
    void packsOfAnotherSizeAreShownAndNeverRounded() throws SQLException {
        var glove = product("GL-1", "Nitrile glove blue");
        TestProducts.addPack(tenant.id(), glove, "BX", 100);
        var path = TestRfp.analyzed(
                tenant, "1. GL-1 nitrile glove blue, 4 boxes of 50\n2. GL-1 nitrile glove blue, 3 boxes of 100");

        TestRfp.get(tenant, path).body("warnings.findAll { it.code == 'pack.difference' }.line_no", is(List.of(1)));
        TestRfp.get(tenant, path + "/lines/1").body("quantity", is(4.0f)).body("pack_code", nullValue());
        TestRfp.get(tenant, path + "/lines/2").body("pack_code", is("BX"));
    }

    @Test
    void wrongDecisionsAreRefused() throws SQLException {
        var helmet = product("HE-1", "Safety helmet white");
        var line = lines("1. duct tape - 4 rolls") + "/1";
        var foreign = TestProducts.add(TestTenant.create().id(), "X-1", "Duct tape", "");

        refused(line, "{\"product_id\": %d}".formatted(foreign), "product_id", "reference.unknown");
        refused(
                line,
                "{\"product_id\": %d, \"pack_code\": \"BX\"}".formatted(helmet),
                "pack_code",
                "reference.unknown");
        refused(line, "{\"status\": \"auto\"}", "status", "enum");
        refused(line, "{\"quantity\": 0}", "quantity", "greater_than_equal");
        refused(line, "{\"quantity\": 1.5, \"uom\": \"pcs\"}", "quantity", "decimal_max_places");
        refused(line, "{\"uom\": \"furlong squared\"}", "uom", "unit.unknown");
        refused(line, "{\"colour\": \"red\"}", "colour", "unknown_field");
        TestRfp.patch(tenant, line.replaceAll("1$", "99"), "{\"status\": \"excluded\"}")
                .statusCode(404);
    }

    private void refused(String line, String json, String field, String code) {
        TestRfp.patch(tenant, line, json)
                .statusCode(422)
                .body("errors.field", hasItem(field))
                .body("errors.code", hasItem(code));
    }
}
