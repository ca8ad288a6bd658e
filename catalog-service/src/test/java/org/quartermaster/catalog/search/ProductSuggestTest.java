package org.quartermaster.catalog.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** What the beginning of a search may become. */
@CatalogTest
class ProductSuggestTest {
    private Shelf shelf;

    @BeforeEach
    void begin() throws SQLException {
        shelf = new Shelf();
        shelf.put("HX-1", "Hammer drill");
        shelf.put("HX-2", "Hammer");
    }

    @AfterEach
    void end() throws SQLException {
        shelf.close();
    }

    private ValidatableResponse suggest(String text) {
        return suggest(shelf.tenant(), text);
    }

    private static ValidatableResponse suggest(TestTenant tenant, String text) {
        return tenant.as("viewer")
                .queryParam("q", text)
                .get("/api/v1/products/suggest")
                .then();
    }

    @Test
    void numbersNamesAndWordsAreSuggestedTheShortestNameFirst() {
        suggest("hx").body("items.text", contains("HX-1", "HX-2", "Hammer", "Hammer drill"));
        suggest("hx").body("items.kind", contains("sku", "sku", "name", "name"));
        suggest("ham").body("items.text", contains("Hammer", "Hammer drill", "hammer"), "items.kind", hasItem("word"));
        suggest("hammer dri").body("items.text", contains("Hammer drill"));
    }

    @Test
    void whatIsNotSoldIsNotSuggested() throws SQLException {
        shelf.set(shelf.put("HX-3", "Hammock"), "is_published = false");

        suggest("hx-3").body("items", empty());
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        suggest(TestTenant.create(), "ham").statusCode(200).body("items", empty());
    }

    @Test
    void thereAreAsManyAsAskedFor() {
        shelf.tenant()
                .as("viewer")
                .get("/api/v1/products/suggest?q=ham&limit=1")
                .then()
                .body("items", hasSize(1));
        shelf.tenant()
                .as("viewer")
                .get("/api/v1/products/suggest?q=ham&limit=11")
                .then()
                .statusCode(422);
        shelf.tenant().as("viewer").get("/api/v1/products/suggest").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "(", "'; DROP", "%", "\\", "🛠", "\u200f", ":*", "قف", "пер"})
    void anyTextMayBegin(String text) {
        suggest(text).statusCode(200).body("items.size()", equalTo(0));
    }
}
