package org.quartermaster.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.TestStock;
import org.quartermaster.catalog.product.Shelf;

/** What a tenant has, as files. */
@CatalogTest
class ExportResourceTest {
    private final TestStock stock = new TestStock();
    private final Shelf shelf = new Shelf(stock.tenant());
    private final TestExport export = new TestExport(stock.tenant());

    private void gloves() {
        var brand = shelf.add("/api/v1/brands", "{\"name\": \"Acme\"}");
        var category = shelf.add("/api/v1/categories", "{\"name\": \"Hand protection\"}");
        shelf.product("""
                {"sku": "GL-1", "name": "Glove, \\"blue\\"", "description": "=1+1", "brand_id": %d, "category_id": %d,
                 "base_price": 12.5, "mpn": "-5", "technical_specs": {"size": "L"}}
                """.formatted(brand, category));
    }

    @Test
    void articlesAreRowsWithWordsForWhatTheyBelongTo() {
        gloves();

        var lines = export.csv("products", "");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("sku,name,name_ar,slug,description,category,brand,");
        assertThat(lines.get(1))
                .startsWith("GL-1,\"Glove, \"\"blue\"\"\",,glove-blue,'=1+1,hand-protection,Acme,")
                .contains(",12.5000,USD,");
    }

    @Test
    void whatASpreadsheetWouldRunIsTextUnlessItIsANumberOrAskedForRaw() {
        gloves();

        assertThat(export.csv("products", "").get(1)).contains(",'=1+1,", ",-5,");
        assertThat(export.csv("products", ", \"raw\": true").get(1)).contains(",=1+1,");
    }

    @Test
    void jsonLinesKeepNumbersAndJsonAsTheyAre() {
        gloves();

        var rows = export.objects("products", "");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("base_price").decimalValue()).isEqualTo(new BigDecimal("12.5000"));
        assertThat(rows.get(0).at("/technical_specs/size").textValue()).isEqualTo("L");
        assertThat(rows.get(0).path("name_ar").isNull()).isTrue();
        assertThat(rows.get(0).path("description").textValue()).isEqualTo("=1+1");
    }

    @Test
    void aSpreadsheetHasTextThatIsNeverRunAndNumbersToCountWith() throws IOException {
        gloves();

        var file = export.file("products", "\"format\": \"xlsx\"");

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheet("products");
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("sku");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Glove, \"blue\"");
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(11).getNumericCellValue()).isEqualTo(12.5);
        }
    }

    @Test
    void aFilterIsThatOfTheList() {
        shelf.product("{\"sku\": \"A-1\", \"name\": \"Saw\"}");
        shelf.product("{\"sku\": \"A-2\", \"name\": \"Drill\", \"status\": \"inactive\"}");

        var rows = export.objects("products", ", \"filter\": {\"status\": [\"inactive\"]}");

        assertThat(rows.stream().map(row -> row.path("sku").textValue())).containsExactly("A-2");
    }

    @Test
    void pricesAreThoseThatHoldWithTheCodesOfTheirScopes() {
        var product = shelf.product("{\"sku\": \"P-1\", \"name\": \"Saw\"}");
        var group = shelf.add("/api/v1/customer-groups", "{\"code\": \"G-7\", \"name\": \"Firms\"}");
        var path = "/api/v1/products/" + product + "/prices";
        var old = shelf.add(path, "{\"amount\": 9, \"minimum_quantity\": 10}");
        shelf.put("/" + product + "/prices/" + old, "{\"amount\": 8, \"minimum_quantity\": 10}")
                .statusCode(200);
        shelf.add(path, "{\"amount\": 7, \"customer_group_id\": " + group + "}");

        var rows = export.objects("prices", "");

        assertThat(rows.stream().map(row -> row.path("amount").asText())).containsExactly("8.0000", "7.0000");
        assertThat(rows).allMatch(row -> row.path("sku").textValue().equals("P-1"));
        assertThat(rows.get(1).path("customer_group").textValue()).isEqualTo("G-7");
    }

    @Test
    void stockSaysHowMuchLiesWhere() {
        var product = stock.product("S-1");
        var warehouse = stock.warehouse("YARD", 1);
        stock.receive(product, warehouse, 5);

        var rows = export.objects("stock", "");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("sku").textValue()).isEqualTo("S-1");
        assertThat(rows.get(0).path("warehouse").textValue()).isEqualTo("YARD");
        assertThat(rows.get(0).path("quantity_on_hand").decimalValue()).isEqualByComparingTo("5");
    }

    @Test
    void customersHaveTheirAddresses() {
        shelf.add("/api/v1/customers", """
                {"code": "C-1", "name": "@Ann", "email": "ann@harbour.example", "phone": "+967 1",
                 "addresses": [{"kind": "shipping", "lines": "Quay 1"}]}
                """);

        assertThat(export.objects("customers", "")
                        .get(0)
                        .at("/addresses/0/lines")
                        .textValue())
                .isEqualTo("Quay 1");
        assertThat(export.csv("customers", "").get(1)).startsWith("C-1,'@Ann,,ann@harbour.example,'+967 1,");
    }

    @Test
    void quotationsHaveTheirItems() {
        shelf.add("/api/v1/quotations", """
                {"client_name": "Ann", "project_title": "Yard", "items": [
                  {"item_description": "Saw", "quantity": 2, "unit_price": 3, "price_reason": "agreed"}]}
                """);

        var rows = export.objects("quotations", "");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("status").textValue()).isEqualTo("draft");
        assertThat(rows.get(0).at("/line_items/0/item_description").textValue()).isEqualTo("Saw");
        assertThat(rows.get(0).at("/line_items/0/unit_price").decimalValue()).isEqualByComparingTo("3");
    }

    @Test
    void theLogIsExportedToo() {
        shelf.product("{\"sku\": \"A-1\", \"name\": \"Saw\"}");

        var rows = export.objects("log", ", \"filter\": {\"entity_type\": \"product\"}");

        assertThat(rows).extracting(row -> row.path("action").textValue()).contains("created");
        assertThat(rows).extracting(row -> row.path("details")).allMatch(JsonNode::isObject);
    }

    @Test
    void whoExportedWhatIsLogged() {
        export.job("customers", "\"format\": \"csv\", \"filter\": {\"q\": \"ann\"}");

        stock.tenant()
                .manager()
                .queryParam("action", "exported")
                .get("/api/v1/activity")
                .then()
                .body("items.entity_type", hasItem("export"))
                .body("items[0].details.kind", equalTo("customers"))
                .body("items[0].details.filter.q", equalTo("ann"));
    }

    @Test
    void severalPiecesAreOneFile() {
        stock.run("""
                insert into catalog.product (tenant_id, sku, name, slug)
                select :t, 'N-' || n, 'Article', 'n-' || n from generate_series(1, 2500) n
                """);

        var job = export.job("products", "\"format\": \"csv\"");

        assertThat(job.getInt("result.rows")).isEqualTo(2_500);
        assertThat(export.csv("products", "").stream().distinct()).hasSize(2_501);
    }

    @Test
    void rowsOfOthersAreNotInIt() {
        gloves();

        assertThat(new TestExport(new TestStock().tenant()).objects("products", ""))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "prices", "stock", "quotations", "customers"})
    void anExportOfNothingHasItsHeader(String kind) {
        assertThat(export.csv(kind, "")).hasSize(1);
    }

    @Test
    void wrongOrdersAreNamed() {
        export.order("products", "\"format\": \"pdf\", \"filter\": {\"status\": [\"lost\"], \"colour\": 1}, \"x\": 1")
                .statusCode(422)
                .body("errors.field", hasItems("format", "filter.status", "filter.colour", "x"));
        export.order("products", "").statusCode(422).body("errors.field", hasItem("format"));
        export.order("secrets", "\"format\": \"csv\"").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "operator, 403", "admin, 202"})
    void exportsAreForManagers(String role, int status) {
        stock.tenant()
                .as(role)
                .contentType("application/json")
                .body("{\"format\": \"csv\"}")
                .post("/api/v1/exports/stock")
                .then()
                .statusCode(status);
    }
}
