package org.quartermaster.catalog.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.product.Shelf;

/** Articles come in by a file. */
@CatalogTest
class ProductImportTest {
    private static final String FILE =
            "SKU;Name;Price;in_stock\nA-1;\"<b>Drill</b> 18&nbsp;V | A-1\";283.9;True\n" + "A-2;Saw;12.5;False\n";

    private final ImportShop shop = ImportShop.create();
    private final Shelf shelf = shop.shelf();

    private static Map<String, String> mapping(String json) {
        return Map.of("mapping", json);
    }

    @Test
    void aFileIsCleanedAndIsTheSameTheSecondTime() {
        var first = shop.load("products", FILE);
        assertThat(first.getInt("result.created")).isEqualTo(2);
        assertThat(first.getInt("result.notes.cleaned")).isEqualTo(1);
        assertThat(first.getInt("result.notes.without_category")).isEqualTo(2);
        shelf.get("/by-sku/a-1")
                .statusCode(200)
                .body("name", equalTo("Drill 18 V"))
                .body("availability", equalTo("in_stock"))
                .body("base_price", is(283.9f));
        var version = shelf.get("/by-sku/A-2").extract().jsonPath().getInt("version");
        var events = shop.events("product.%");

        var again = shop.load("products", FILE.replace("A-2", "a-2"));

        assertThat(again.getInt("result.unchanged")).isEqualTo(2);
        shelf.get("/by-sku/A-2").body("version", is(version));
        assertThat(shop.events("product.%")).isEqualTo(events);
        assertThat(shop.events("import.completed")).isEqualTo(2);
    }

    @Test
    void eachRowIsAccountedFor() {
        shop.load("products", FILE);

        var job = shop.load(
                "products", "sku,name,price\nA-1,Drill 18 V,300\na-1,Twin,1\n,Nameless,1\nA-3,New,-1\nA-4,New,2\n");

        assertThat(job.getInt("result.rows")).isEqualTo(5);
        assertThat(job.getInt("result.updated")).isEqualTo(1);
        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("result.rejected")).isEqualTo(3);
        assertThat(job.getList("errors.code"))
                .containsExactlyInAnyOrder("reference.duplicate_row", "missing", "greater_than_equal");
        assertThat(job.getList("errors.column")).containsOnly("sku", "price");
        assertThat(job.getList("errors.row")).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(job.getList("errors.value")).contains("a-1", "-1");
    }

    @Test
    void aThousandErrorsStandInTheJobAndAllInItsFile() {
        var rows = IntStream.range(0, 1_200)
                .mapToObj(n -> "B-" + n + ",=1+1,x" + n)
                .collect(Collectors.joining("\n"));

        var job = shop.load("products", "sku,name,price\n" + rows + "\nB-1200,Right,1\n");

        assertThat(job.getInt("result.rejected")).isEqualTo(1_200);
        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getInt("error_count")).isEqualTo(1_200);
        assertThat(job.getList("errors")).hasSize(1_000);
        assertThat(shop.errors(job).lines())
                .hasSize(1_201)
                .startsWith("row,column,code,message,value")
                .anyMatch(line -> line.startsWith("1201,price,float_parsing,") && line.endsWith(",x1199"));
    }

    @Test
    void aDryRunShowsWhatItWouldDoAndDoesNothing() {
        var job = shop.load(
                "products", FILE.replace("in_stock", "brand").replace("True", "Acme"), Map.of("dry_run", "true"));

        assertThat(job.getInt("result.created")).isEqualTo(2);
        assertThat(job.getString("result.preview[0].after.sku")).isEqualTo("A-1");
        assertThat(job.getString("result.preview[0].before")).isNull();
        shelf.get("/by-sku/A-1").statusCode(404);
        assertThat(shop.get("/brands").getList("items")).isEmpty();
        assertThat(shop.events("%")).isZero();
    }

    @Test
    void anAtomicFileComesWholeOrNotAtAll() {
        var broken = shop.load("products", FILE + "A-3;;1;True\n", Map.of("atomic", "true"));

        assertThat(broken.getString("state")).isEqualTo("failed");
        shelf.get("/by-sku/A-1").statusCode(404);

        var whole = shop.load("products", FILE, Map.of("atomic", "true"));

        assertThat(whole.getString("state")).isEqualTo("succeeded");
        assertThat(whole.getInt("result.created")).isEqualTo(2);
        shelf.get("/by-sku/A-2").statusCode(200);
        assertThat(shop.events("product.created")).isEqualTo(2);
    }

    @Test
    void filesThatAreNoTableFailBeforeAnyRow() {
        assertThat(shop.load("products", "name\nDrill\n").getList("errors.code"))
                .containsExactly("reference.column_missing");
        assertThat(shop.load("products", "sku,SKU,name\nA-1,A-2,Drill\n").getList("errors.code"))
                .containsExactly("reference.column_twice");
        assertThat(shop.load("products", "sku,product_code,name\nA-1,A-2,Drill\n")
                        .getList("errors.code"))
                .containsExactly("reference.column_twice");
        for (var bytes : List.of(new byte[] {1, 0, 2, 10, 0, 3}, new byte[300_000])) {
            var binary = shop.load("products", bytes, Map.of());
            assertThat(binary.getString("state")).isEqualTo("failed");
            assertThat(binary.getList("errors.code")).containsExactly("reference.not_a_table");
        }
    }

    @Test
    void whatAFileNamesComesAlongUnlessItMayNot() {
        var file = "sku,name,category,brand\nA-1,Drill,1444,Acme\nA-2,Saw,1444,ACME\n";

        var refused = shop.load("products", file, mapping("{\"create_missing\": []}"));
        assertThat(refused.getInt("result.rejected")).isEqualTo(2);
        assertThat(refused.getList("errors.code")).containsOnly("reference.unknown");

        assertThat(shop.load("products", file).getInt("result.created")).isEqualTo(2);
        assertThat(shop.get("/brands").getList("items.name")).containsExactly("Acme");
        assertThat(shop.get("/categories").getList("items.external_code")).containsExactly("1444");
        assertThat(shop.load("products", file).getInt("result.unchanged")).isEqualTo(2);
    }

    @Test
    void aMappingSaysHowRowsAreToBeUnderstood() {
        var file = "Artikel|Text|Betrag\nA-1|Bohrer  groß|1.234,50\n";

        var job = shop.load("products", file, mapping("""
                {"columns": {"sku": "Artikel", "name": "Text", "base_price": "betrag"}, "decimal": "comma",
                 "defaults": {"currency": "EUR"}, "clean": "none"}
                """));

        assertThat(job.getInt("result.created")).isEqualTo(1);
        shelf.get("/by-sku/A-1")
                .body("name", equalTo("Bohrer  groß"))
                .body("base_price", is(1234.5f))
                .body("currency", equalTo("EUR"));
    }

    @Test
    void aColumnThatIsCalledAsTheFieldGoesBeforeOthers() {
        var job = shop.load("products", "sku,title,name\nA-1,Their title,Drill\n");

        assertThat(job.getList("result.ignored_columns")).containsExactly("title");
        shelf.get("/by-sku/A-1").body("name", equalTo("Drill"));
    }

    @Test
    void anEmptyCellKeepsOrClearsItsField() {
        shop.load("products", "sku,name,mpn\nA-1,Drill,M-1\n");

        assertThat(shop.load("products", "sku,mpn\nA-1,\n").getInt("result.unchanged"))
                .isEqualTo(1);
        shelf.get("/by-sku/A-1").body("mpn", equalTo("M-1"));

        shop.load("products", "sku,mpn\nA-1,\n", mapping("{\"on_empty\": \"clear\"}"));
        shelf.get("/by-sku/A-1").body("mpn", nullValue());
    }

    @Test
    void whatAPersonSaidStays() {
        shelf.product("{\"sku\": \"A-1\", \"name\": \"Our drill\", \"mpn\": \"M-1\"}");

        var job = shop.load("products", "sku,name,mpn,gtin\nA-1,Their drill,M-2,4006381333931\n");

        assertThat(job.getInt("result.updated")).isEqualTo(1);
        shelf.get("/by-sku/A-1")
                .body("name", equalTo("Our drill"))
                .body("mpn", equalTo("M-1"))
                .body("gtin", equalTo("4006381333931"));
    }

    @Test
    void packingIsReadAndANameThatComesTwiceGetsTwoSlugs() {
        var job = shop.load(
                "products",
                "sku,name,description\nA-1,\"Label, 200/roll, 36/box\",\"Label, 200/roll, 36/box\"\nA-2,\"Label, 200/roll, 36/box\",\n");

        assertThat(job.getInt("result.notes.packing_read")).isEqualTo(2);
        var id = shelf.get("/by-sku/A-1").extract().jsonPath().getLong("id");
        var specifications = shop.get("/products/" + id + "/specifications");
        assertThat(specifications.getList("items.spec_name")).containsExactly("content per roll", "rolls per box");
        assertThat(specifications.getList("items.spec_value")).containsExactly("200", "36");
        shelf.get("/by-sku/A-2").body("slug", equalTo("label-200-roll-36-box-2"));
        assertThat(shop.get("/products/search?q=36 rolls per box").getList("items.sku"))
                .contains("A-1", "A-2");
    }

    @Test
    void aChangedPriceTakesThePlaceOfTheOldOneAndIsTold() {
        shop.load("products", FILE);
        var id = shelf.get("/by-sku/A-1").extract().jsonPath().getLong("id");

        assertThat(shop.load("products", "sku,price\nA-1,300\n").getInt("result.updated"))
                .isEqualTo(1);

        shelf.get("/by-sku/A-1").body("base_price", is(300f));
        var prices = shop.get("/products/" + id + "/prices");
        assertThat(prices.getList("items.amount", Float.class)).containsExactlyInAnyOrder(283.9f, 300f);
        assertThat(shop.events("product.updated")).isEqualTo(1);
        assertThat(
                        shop.value(
                                "select count(*) from catalog.activitylog where tenant_id = :t and entity_type = 'product' and action = 'updated'"))
                .isEqualTo("1");
    }

    @Test
    void codesAreConfirmedOfATrustedFileAlone() {
        var file = "sku,name,unspsc\nA-1,Drill,%s\nA-2,Saw,00000001\n".formatted(code());

        var job = shop.load("products", file);
        assertThat(job.getInt("result.created")).isEqualTo(1);
        assertThat(job.getList("errors.code")).containsExactly("unspsc.unknown");
        assertThat(statuses()).isEqualTo("proposed");

        shop.load("products", file, Map.of("trusted", "true"));
        assertThat(statuses()).isEqualTo("confirmed,superseded");
    }

    private String statuses() {
        return shop.value("""
                select string_agg(status, ',' order by status) from catalog.productclassification
                where tenant_id = :t and classification_method = 'import'
                """);
    }

    private static String code() {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run("insert into catalog.unspsccode (code, title, source) values ('98000000', 'Of imports', 'test')"
                    + " on conflict (code) do update set state = 'active'");
            return "98000000";
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aFileOfAnotherEncodingIsReadByMarkOrByOption() {
        var file = "sku,name\nA-1,Grüße\n";

        shop.load("products", ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE), Map.of());
        shelf.get("/by-sku/A-1").body("name", equalTo("Grüße"));

        var latin = file.replace("A-1", "A-2").getBytes(StandardCharsets.ISO_8859_1);
        shop.load("products", latin, Map.of("encoding", "windows-1252"));
        shelf.get("/by-sku/A-2").body("name", equalTo("Grüße"));
    }
}
