package org.quartermaster.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;

/** What filters leave of a search, and what facets count. */
@CatalogTest
class ProductFiltersTest {
    private Shelf shelf;
    private long glove;
    private long hammer;

    @BeforeEach
    void begin() throws SQLException {
        shelf = new Shelf();
        glove = shelf.put("G", "Red glove");
        hammer = shelf.put("H", "Red hammer");
    }

    @AfterEach
    void end() throws SQLException {
        shelf.close();
    }

    private long row(String table, String name) throws SQLException {
        return Long.parseLong(
                shelf.value("insert into catalog.%s (tenant_id, name, slug) values (:t, '%s', '%s') returning id"
                        .formatted(table, name, name)));
    }

    private void classify(long product, String unspsc) throws SQLException {
        try (var system = CatalogSession.as("catalog_system")) {
            system.run("""
                    insert into catalog.unspsccode (code, title, source, parent_code) values
                      ('98000000', 'Segment', 'test', null), ('98110000', 'Family', 'test', '98000000'),
                      ('98111700', 'Class', 'test', '98110000'), ('98111701', 'Hammers', 'test', '98111700'),
                      ('98120000', 'Other family', 'test', '98000000') on conflict do nothing
                    """);
        }
        shelf.run("""
                insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
                values (:t, %d, '%s', 1, 'confirmed')
                """.formatted(product, unspsc));
    }

    @Test
    void aCategoryIncludesItsSubtree() throws SQLException {
        var tools = row("category", "tools");
        var hand = row("category", "hand");
        shelf.run("update catalog.category set parent_id = %d where id = %d".formatted(tools, hand));
        shelf.set(hammer, "category_id = " + hand);

        assertThat(shelf.found("q", "red", "category_id", "" + tools)).containsExactly("3 H");
        assertThat(shelf.found("category_id", "" + tools)).containsExactly("3 H");
        assertThat(shelf.found("q", "red", "category_id", "1")).isEmpty();
    }

    @Test
    void oneOfSeveralValuesIsEnoughAndEveryFilterMustHold() throws SQLException {
        var acme = row("brand", "acme");
        var other = row("brand", "other");
        shelf.set(hammer, "brand_id = " + acme);
        shelf.set(glove, "brand_id = " + other + ", availability = 'backorder'");

        assertThat(shelf.found("brand_id", acme + "," + other)).containsExactly("3 G", "3 H");
        assertThat(shelf.found("brand_id", acme + "," + other, "in_stock", "true"))
                .containsExactly("3 H");
        assertThat(shelf.found("availability", "backorder")).containsExactly("3 G");
        assertThat(shelf.found("min_completeness", "1")).containsExactly("3 G", "3 H");
        assertThat(shelf.found("min_completeness", "100")).isEmpty();
        assertThat(shelf.found("sku", "h")).containsExactly("3 H");
        assertThat(shelf.found("updated_since", "2999-01-01")).isEmpty();
    }

    @Test
    void aCodeOfUnspscMeansItsWholeSubtree() throws SQLException {
        classify(hammer, "98111701");
        classify(glove, "98120000");

        assertThat(shelf.found("unspsc", "98110000")).containsExactly("3 H");
        assertThat(shelf.found("unspsc", "98000000")).containsExactly("3 G", "3 H");
        assertThat(shelf.found("unspsc", "98111701")).containsExactly("3 H");
        shelf.search("unspsc", "2711").statusCode(422).body("errors[0].code", equalTo("unspsc.form"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Weight:le:0.5 kg; G",
                "weight:ge:1 lb; H",
                "Weight:eq:450 g; G",
                "Weight:between:400..500 g; G",
                "Weight:in:450 g,1.5 kg; G H",
                "Weight:le:449 g; ''",
                "Weight:le:450; G"
            })
    void aFeatureIsComparedInAnyOfItsUnits(String filter, String expected) throws SQLException {
        shelf.measure(glove, "Weight", "450", "g");
        shelf.measure(hammer, "Weight", "1500", "g");

        var found = shelf.found("q", "red", "feature", filter);

        assertThat(String.join(" ", found).replace("3 ", "")).isEqualTo(expected);
    }

    @Test
    void aRangeMatchesWhereItOverlaps() throws SQLException {
        shelf.measure(glove, "Temperature", "20", "°C");
        shelf.run("update catalog.productspecification set value_low = -20, canonical_low = 253.15, value_high = 20");

        assertThat(shelf.found("feature", "Temperature:between:-30..-10 °C")).containsExactly("3 G");
        assertThat(shelf.found("feature", "Temperature:ge:30 °C")).isEmpty();
        assertThat(shelf.found("feature", "Temperature:eq:0 °C", "feature", "Temperature:le:-20 °C"))
                .containsExactly("3 G");
    }

    @Test
    void aUnitThatMeasuresSomethingElseIsRefused() throws SQLException {
        shelf.measure(glove, "Length", "300", "mm");

        shelf.search("feature", "Length:le:1 kg").statusCode(422).body("code", equalTo("unit.mismatch"));
        shelf.search("feature", "Length:le:1 m").body("items.sku", contains("G"));
        shelf.search("feature", "Colour:le:1 kg").statusCode(200).body("total", equalTo(0));
    }

    @Test
    void valuesMayBeWordsAndTruths() throws SQLException {
        shelf.run("""
                insert into catalog.productspecification (tenant_id, product_id, spec_name, spec_value, source)
                values (:t, %d, 'Colour', 'Dark red', 'manual')
                """.formatted(glove));
        shelf.run("""
                insert into catalog.productspecification (tenant_id, product_id, spec_name, spec_value, value_bool, source)
                values (:t, %d, 'Insulated', 'yes', true, 'manual')
                """.formatted(hammer));

        assertThat(shelf.found("feature", "colour:eq:dark RED")).containsExactly("3 G");
        assertThat(shelf.found("feature", "Colour:in:blue,dark red")).containsExactly("3 G");
        assertThat(shelf.found("feature", "Insulated:eq:true")).containsExactly("3 H");
        assertThat(shelf.found("feature", "Insulated:eq:false")).isEmpty();
    }

    @Test
    void aCertificateCountsWhileItIsValid() throws SQLException {
        shelf.run("""
                insert into catalog.productcertification (tenant_id, product_id, standard_text, valid_to, source) values
                  (:t, %d, 'EN 388:2016', null, 'manual'), (:t, %d, 'EN 388:2016', '2020-01-01', 'manual')
                """.formatted(glove, hammer));

        assertThat(shelf.found("certified_to", "en 388-2016")).containsExactly("3 G");
        assertThat(shelf.found("certified_to", "EN 397")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, 422",
        "limit, 101, 422",
        "brand_id, x, 422",
        "status, broken, 422",
        "availability, some, 422",
        "facets, colour, 422",
        "facets, feature:, 422",
        "etim_class, EC12, 422",
        "feature, weight, 422",
        "feature, weight:near:1 kg, 422",
        "feature, weight:le:heavy, 422",
        "feature, weight:between:1 kg, 422",
        "feature, weight:between:2..1 kg, 422",
        "feature, weight:le:1 blob, 422",
        "min_completeness, 101, 422",
        "updated_since, yesterday, 422",
        "colour, red, 400",
        "feature, ':le:1', 422"
    })
    void wrongValuesAreRefused(String name, String value, int status) {
        shelf.search(name, value).statusCode(status);
    }

    @Test
    void valuesOfClientsStayValues() throws SQLException {
        shelf.search("feature", "x') or true--:eq:y') or true--")
                .statusCode(200)
                .body("total", equalTo(0));
        shelf.search("certified_to", "') or true--").statusCode(200).body("total", equalTo(0));
        shelf.search("sku", "%L' or true--").statusCode(200).body("total", equalTo(0));
        shelf.search("facets", "feature:x') or true--").statusCode(200).body("total", equalTo(2));
    }

    @Test
    void aFacetPassesOverItsOwnFilterAndKeepsToTheOthers() throws SQLException {
        var acme = row("brand", "acme");
        var other = row("brand", "other");
        shelf.set(hammer, "brand_id = " + acme);
        shelf.set(glove, "brand_id = " + other + ", availability = 'backorder'");
        classify(hammer, "98111701");

        var page = shelf.search("q", "red", "brand_id", "" + acme, "facets", "brand,availability,unspsc");

        page.body("total", equalTo(1), "total_exact", equalTo(true))
                .body("facets.brand.label", contains("acme", "other"))
                .body("facets.brand.count", contains(1, 1))
                .body("facets.availability.value", contains("in_stock"))
                .body("facets.unspsc[0].value", equalTo("98111701"))
                .body("facets.unspsc[0].label", equalTo("Hammers"));
    }

    @Test
    void aFacetOfAFeatureCountsItsValues() throws SQLException {
        shelf.measure(glove, "Weight", "450", "g");
        shelf.measure(hammer, "Weight", "1500", "g");

        shelf.search("q", "red", "feature", "Weight:le:1 kg", "facets", "feature:Weight")
                .body("total", equalTo(1), "facets.'feature:Weight'.value", contains("1500 g", "450 g"));
    }

    @Test
    void totalAndFacetsAreExactUpToTenThousandHits() throws SQLException {
        var few = 9_998;
        var more = "insert into catalog.product (tenant_id, sku, name, slug, folded_name) "
                + "select :t, 'N-' || n, 'Red nail', 'n-' || n, 'red nail' from generate_series(%d, %d) n";
        shelf.run(more.formatted(1, few));

        shelf.search("q", "red", "facets", "availability", "limit", "1")
                .body("total", equalTo(10_000), "total_exact", equalTo(true))
                .body("facets.availability.count", contains(10_000));

        shelf.run(more.formatted(few + 1, few + 1));
        shelf.search("q", "red", "facets", "availability", "limit", "1").body("total_exact", equalTo(false));
    }

    @Test
    void facetsThatNobodyAskedForAreNotCounted() {
        shelf.search("q", "red").body("containsKey('facets')", equalTo(false));
    }
}
