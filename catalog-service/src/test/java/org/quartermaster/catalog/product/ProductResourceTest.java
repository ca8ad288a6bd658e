package org.quartermaster.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;

@CatalogTest
class ProductResourceTest {
    private static final String GLOVE = "{\"sku\":\"GL-400\",\"name\":\"Nitrile glove\"}";

    private final Shelf shelf = Shelf.create();

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/v1/products"})
    void theSeedsTwoCommandsWorkUnderBothPaths(String path) {
        var product = "{\"sku\":\"TEST001\",\"name\":\"Test Product\",\"slug\":\"test-product\"}";

        shelf.tenant().post(path, product).statusCode(201).header("Location", is(notNullValue()));

        shelf.tenant().post(path, product).statusCode(409).body("errors.field", hasItem("sku"));
        shelf.tenant()
                .as("viewer")
                .get(path + "?limit=1&sort=-sku")
                .then()
                .statusCode(200)
                .body("items.sku", is(List.of("TEST001")))
                .body("total", is(1))
                .body("limit", is(1));
    }

    @Test
    void skuAndNameAreEnoughAndGiveForty() {
        var id = shelf.product(GLOVE);

        shelf.get("/" + id)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("slug", is("nitrile-glove"))
                .body("status", is("active"))
                .body("currency", is("USD"))
                .body("base_uom", is("C62"))
                .body("base_price", nullValue())
                .body("completeness", is(40.0f))
                .body("version", is(1))
                .body("tenant_id", nullValue())
                .body("sku_key", nullValue());
    }

    @Test
    void aDerivedSlugTakesTheFirstFreeNumberAndAGivenOneIsRefused() {
        shelf.product(GLOVE);
        shelf.product("{\"sku\":\"GL-2\",\"name\":\"Nitrile Glove\"}");
        shelf.product("{\"sku\":\"GL-3\",\"name\":\"قفاز نتريل\"}");

        shelf.get("/by-sku/gl-2").body("slug", is("nitrile-glove-2"));
        shelf.get("/by-sku/gl-3").body("slug", is("قفاز-نتريل"));
        shelf.tenant()
                .post(Shelf.PRODUCTS, "{\"sku\":\"GL-4\",\"name\":\"x\",\"slug\":\"nitrile-glove\"}")
                .statusCode(409)
                .body("errors.field", is(List.of("slug")));
        shelf.tenant()
                .post(Shelf.PRODUCTS, "{\"sku\":\"gl-400\",\"name\":\"x\"}")
                .statusCode(409)
                .body("errors.field", is(List.of("sku")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sku=\"\"",
                "sku=\"  \"",
                "name=\"a\\tb\"",
                "gtin=\"4006381333932\"",
                "base_price=-1",
                "base_price=1.00001",
                "base_price=1e400",
                "base_price=\"5\"",
                "currency=\"usd\"",
                "currency=\"$$$\"",
                "currency=\"QQQ\"",
                "category_id=999999999999",
                "brand_id=1",
                "supplier_id=1",
                "successor_id=1",
                "base_uom=\"parsec\"",
                "status=\"gone\"",
                "version=1",
                "completeness=1",
                "technical_specs=[]"
            })
    void aWrongValueIsNamed(String wrong) {
        var field = wrong.substring(0, wrong.indexOf('='));
        var members = new LinkedHashMap<>(Map.of("sku", "\"A\"", "name", "\"B\""));
        members.put(field, wrong.substring(field.length() + 1));
        var body = members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));

        shelf.tenant().post(Shelf.PRODUCTS, body).statusCode(422).body("errors.field", is(List.of(field)));
    }

    @Test
    void aCategoryOfAnotherTenantIsAsUnknownAsNone() {
        var other = Shelf.create().add("/api/v1/categories", "{\"name\":\"Tools\"}");

        for (var id : List.of(other, 999_999_999)) {
            shelf.tenant()
                    .post(Shelf.PRODUCTS, "{\"sku\":\"A\",\"name\":\"B\",\"category_id\":%d}".formatted(id))
                    .statusCode(422)
                    .body("errors.code", is(List.of("reference.unknown")));
        }
    }

    @Test
    void aChangeNeedsTheVersionThatItIsMeantFor() {
        var path = Shelf.PRODUCTS + "/" + shelf.product(GLOVE);
        var change = shelf.tenant().manager().contentType(ContentType.JSON);

        change.body("{\"name\":\"x\"}").patch(path).then().statusCode(428);
        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"x\",\"version\":1}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("version", is(2));
        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"y\",\"version\":1}")
                .patch(path)
                .then()
                .statusCode(412);
        shelf.tenant()
                .manager()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1.abc\"")
                .body("{\"name\":\"y\"}")
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void aPatchChangesWhatItNamesAndAPutTheWhole() {
        var id = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"description\":\"strong\",\"mpn\":\"D-1\"}");

        shelf.patch("/" + id, "{\"mpn\":null}")
                .statusCode(200)
                .body("mpn", nullValue())
                .body("description", is("strong"));
        shelf.put("/" + id, "{\"sku\":\"A\",\"name\":\"Big drill\"}")
                .statusCode(200)
                .body("description", nullValue())
                .body("slug", is("drill"))
                .body("completeness", is(40.0f));
        shelf.put("/" + id, "{\"sku\":\"A\",\"name\":\"Big drill\"}").body("version", is(3));
    }

    @Test
    void fiftyParallelWritersLoseNothing() {
        var path = Shelf.PRODUCTS + "/" + shelf.product(GLOVE);

        var won = IntStream.range(0, 50)
                .parallel()
                .map(i -> shelf.tenant()
                        .manager()
                        .contentType(ContentType.JSON)
                        .body("{\"name\":\"n%d\",\"version\":1}".formatted(i))
                        .patch(path)
                        .statusCode())
                .filter(status -> status == 200)
                .count();

        assertThat(won).isEqualTo(1);
        shelf.get("/by-sku/GL-400").body("version", is(2));
    }

    @Test
    void aDeletedArticleIsGoneAndItsSkuMayBeUsedAgain() {
        var id = shelf.product(GLOVE);

        shelf.delete("/" + id).statusCode(204);

        shelf.get("/" + id).statusCode(410).body("code", is("product.deleted"));
        shelf.get("/by-sku/GL-400").statusCode(410);
        shelf.get("").body("total", is(0));
        shelf.get("/" + id + "/history").statusCode(410);
        shelf.tenant()
                .manager()
                .get(Shelf.PRODUCTS + "?include_deleted=true")
                .then()
                .body("items.id", is(List.of(id)));
        shelf.get("?include_deleted=true").statusCode(403);
        shelf.tenant()
                .post(Shelf.PRODUCTS + "/" + id + "/restore", "{}")
                .statusCode(200)
                .body("deleted_at", nullValue());
        shelf.delete("/" + id).statusCode(204);
        shelf.product(GLOVE);
        shelf.tenant().post(Shelf.PRODUCTS + "/" + id + "/restore", "{}").statusCode(409);
    }

    @Test
    void anArticleThatAReservationHoldsIsNotDeleted() throws SQLException {
        var id = shelf.product(GLOVE);
        try (var session = CatalogSession.in(shelf.tenant().id())) {
            session.run("""
                    insert into catalog.warehouse (tenant_id, code, name) values ('%1$s', 'W', 'W');
                    insert into catalog.stockreservation (tenant_id, reference, expires_at)
                      values ('%1$s', 'R', now() + interval '1 day');
                    insert into catalog.stockreservationline (tenant_id, reservation_id, product_id, warehouse_id, quantity)
                      select r.tenant_id, r.id, %2$d, w.id, 1 from catalog.stockreservation r, catalog.warehouse w
                    """.formatted(shelf.tenant().id(), id));
        }

        shelf.delete("/" + id).statusCode(409).body("code", is("product.reserved"));
    }

    @Test
    void aPriceOnTheArticleIsARowOfItsLadder() throws SQLException {
        var id = shelf.product("{\"sku\":\"A\",\"name\":\"B\",\"base_price\":12.5}");
        shelf.patch("/" + id, "{\"base_price\":13}").statusCode(200).body("base_price", is(13.0f));

        try (var session = CatalogSession.in(shelf.tenant().id())) {
            assertThat(session.value("""
                    select string_agg(trim_scale(amount) || ' ' || (superseded_at is null) || ' ' || (effective_to is null),
                      ', ' order by superseded_at is null, effective_from) from catalog.productpricing
                    """)).isEqualTo("12.5 false true, 12.5 true false, 13 true true");
        }
        shelf.patch("/" + id, "{\"base_price\":null}").statusCode(200).body("base_price", nullValue());
        try (var session = CatalogSession.in(shelf.tenant().id())) {
            assertThat(session.value("""
                    select count(*) from catalog.productpricing where superseded_at is null and validity @> now()
                    """)).isEqualTo("0");
        }
    }

    @Test
    void anArticleIsFoundByItsFoldedWordsAtOnce() throws SQLException {
        var brand = shelf.add("/api/v1/brands", "{\"name\":\"Acmé\"}");
        shelf.product("{\"sku\":\"GL-400\",\"name\":\"Nitrile Gloves\",\"brand_id\":%d}".formatted(brand));

        try (var session = CatalogSession.in(shelf.tenant().id())) {
            assertThat(session.value("select folded_name || '; ' || folded_keys from catalog.product"))
                    .isEqualTo("nitrile glove; gl 400 gl400 acme");
        }
    }

    @Test
    void whoSaidWhatIsKept() {
        var id = shelf.product("{\"sku\":\"A\",\"name\":\"Drill\",\"description\":\"strong\"}");
        shelf.patch("/" + id, "{\"description\":null,\"name\":\"Big drill\"}");

        shelf.get("/" + id + "/provenance")
                .statusCode(200)
                .body("items.field", hasItem("name"))
                .body("items.field", not(hasItem("description")))
                .body("items.find { it.field == 'name' }.observations.value", is(List.of("Big drill")))
                .body("items.find { it.field == 'name' }.observations.priority", is(List.of(100)));
    }

    @Test
    void theHistoryTellsEachChange() {
        var id = shelf.product(GLOVE);
        shelf.patch("/" + id, "{\"name\":\"Glove\"}");

        shelf.get("/" + id + "/history").statusCode(200).body("items.action", equalTo(List.of("updated", "created")));
    }

    @Test
    void completenessSaysWhatIsMissing() {
        var id = shelf.product(GLOVE);

        shelf.get("/" + id + "/completeness")
                .statusCode(200)
                .body("score", is(40.0f))
                .body("required", is(5))
                .body("filled", is(2))
                .body("missing", is(List.of("description", "brand_id", "category_id")))
                .body("missing_features", is(List.of()));
    }

    @Test
    void oneArticleIsShownWithPriceAndStockAndNarrowed() {
        var id = shelf.product("{\"sku\":\"GL-400\",\"name\":\"Nitrile glove\",\"base_price\":2.5}");

        shelf.get("/" + id + "?include=price,stock,classification&fields=sku,price,stock,classification")
                .statusCode(200)
                .body("price.unit_price", is(2.5f))
                .body("sku", is("GL-400"))
                .body("stock", nullValue())
                .body("classification", is(List.of()))
                .body("name", nullValue());
        shelf.get("/" + id + "?include=everything").statusCode(422);
        shelf.get("/" + id + "?fields=nonsense").statusCode(422);
        shelf.get("/nonsense").statusCode(404);
    }

    @Test
    void eachItemOfABulkIsTakenOrRefusedByItself() {
        shelf.product(GLOVE);
        var items = """
                {"mode":"%s","items":[{"sku":"gl-400","name":"Glove"},{"sku":"B","name":"Boot","category_id":1},
                  {"sku":"C","name":"Cap","base_price":2},7]}
                """;

        shelf.tenant()
                .post(Shelf.PRODUCTS + "/bulk", items.formatted("create"))
                .statusCode(200)
                .body("results.status", is(List.of(409, 422, 201, 422)))
                .body("results[0].errors.field", is(List.of("sku")));
        shelf.tenant()
                .post(Shelf.PRODUCTS + "/bulk", items.formatted("upsert"))
                .body("results.status", is(List.of(200, 422, 200, 422)));
        shelf.get("/by-sku/GL-400").body("name", is("Glove"));
        shelf.tenant()
                .post(Shelf.PRODUCTS + "/bulk", "{\"mode\":\"create\",\"items\":[]}")
                .statusCode(422);
    }

    @Test
    void anotherTenantFindsNothing() {
        var id = shelf.product(GLOVE);
        var other = Shelf.create();

        for (var path : List.of("", "/completeness", "/provenance", "/history", "/packs", "/specifications")) {
            other.get("/" + id + path).statusCode(404);
        }
        other.patch("/" + id, "{\"name\":\"x\"}").statusCode(404);
        other.delete("/" + id).statusCode(404);
    }
}
