package org.quartermaster.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.Statements;

/** What a search finds, in which order, and why. */
@CatalogTest
class ProductSearchTest {
    private Shelf shelf;

    @BeforeEach
    void begin() throws SQLException {
        shelf = new Shelf();
    }

    @AfterEach
    void end() throws SQLException {
        shelf.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GL-400", "gl 400", "gl400", "G L/4-0.0", "ＧＬ４００", "gl ٤٠٠"})
    void aNumberIsFoundWhateverItsCaseBlanksAndDashes(String typed) throws SQLException {
        shelf.put("GL-400", "Glove");
        shelf.put("GL-500", "Glove");

        assertThat(shelf.found("q", typed).get(0)).isEqualTo("1 GL-400");
    }

    @Test
    void theNumberThatIsTheSameLetterByLetterComesFirst() throws SQLException {
        shelf.put("GL-400", "Glove");
        shelf.put("GL400", "Glove");

        assertThat(shelf.found("q", "GL400")).containsExactly("1 GL400", "1 GL-400");
        assertThat(shelf.found("q", "GL-400")).containsExactly("1 GL-400", "1 GL400");
    }

    @Test
    void makersNumbersBarCodesAndPacksAreNumbersToo() throws SQLException {
        var product = shelf.put("A-1", "Glove");
        shelf.set(product, "mpn = 'MK 77', gtin = '4006381333931'");
        shelf.run("""
                insert into catalog.productpack (tenant_id, product_id, code, factor, sku, gtin)
                values (:t, %d, 'BX', 50, 'A-1-BOX', '96385074')
                """.formatted(product));

        shelf.search("q", "mk77").body("items.match.why", contains(contains("mpn: MK 77")));
        shelf.search("q", "4006381333931").body("items.match.why", contains(contains("gtin: 4006381333931")));
        shelf.search("q", "a1box").body("items.match.why", contains(contains("pack sku: A-1-BOX")));
        shelf.search("q", "9638-5074").body("items.match.why", contains(contains("pack gtin: 96385074")));
    }

    @Test
    void theBeginningOfANumberIsEnoughFromThreeLettersOn() throws SQLException {
        shelf.put("GLX-400", "Glove");
        shelf.put("GLX-4000", "Glove");

        assertThat(shelf.found("q", "GLX-40")).containsExactly("2 GLX-400", "2 GLX-4000");
        assertThat(shelf.found("q", "GL")).isEmpty();
    }

    @Test
    void allWordsComeBeforeSome() throws SQLException {
        shelf.put("1", "Drill stand");
        shelf.put("2", "Hammer drill");
        shelf.put("3", "Saw");

        assertThat(shelf.found("q", "hammers drills")).containsExactly("3 2", "4 1");
        shelf.search("q", "hammer drill").body("items[0].match.why", contains("name: hammer", "name: drill"));
    }

    @Test
    void aNameIsABetterMatchThanADescription() throws SQLException {
        shelf.put("1", "Box", "for a hammer");
        shelf.put("2", "Hammer", "in a box");

        assertThat(shelf.found("q", "hammer")).containsExactly("3 2", "3 1");
        shelf.search("q", "hammer").body("items[1].match.why", contains("description: hammer"));
    }

    @ParameterizedTest
    @CsvSource({
        "\"red glove\", 1",
        "glove -red, 2",
        "glove -\"red glove\", 2",
        "boots OR red, 1 3",
        "-glove, 3",
    })
    void searchesAreWrittenAsForSearchEngines(String typed, String expected) throws SQLException {
        shelf.put("1", "Red glove");
        shelf.put("2", "Glove, blue");
        shelf.put("3", "Boots");

        assertThat(shelf.found("q", typed).stream()
                        .filter(hit -> hit.startsWith("3 "))
                        .map(hit -> hit.substring(2)))
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hamer dril", "hammmer drill", "hamemr drill", "hxmmer drill", "hammer drlil"})
    void aTypingErrorIsForgiven(String typed) throws SQLException {
        shelf.put("1", "Hammer drill");

        assertThat(shelf.found("q", typed)).hasSize(1);
        shelf.search("q", typed, "limit", "1").body("items[0].sku", equalTo("1"));
    }

    @Test
    void longWordsMayHaveTwoTypingErrorsAndShortOnesNone() throws SQLException {
        shelf.put("1", "Screwdriver");
        shelf.put("2", "Saw");

        assertThat(shelf.found("q", "screwdirvre")).containsExactly("5 1");
        assertThat(shelf.found("q", "scrwdirvre")).isEmpty();
        assertThat(shelf.found("q", "sow")).isEmpty();
        shelf.search("q", "screwdirvre").body("items[0].match.why", hasItem("name: screwdriver (screwdirvre)"));
    }

    @ParameterizedTest
    @CsvSource({
        "قفاز, قُفّازات واقية قفاز",
        "القفّاز, القفاز الأزرق",
        "перчатка, Перчатка рабочая",
        "перчтака, Перчатка",
        "ёлка, Елка",
        "мотор 18V, Мотор drill 18 V قفاز"
    })
    void everyScriptIsFound(String typed, String name) throws SQLException {
        shelf.put("1", name);

        assertThat(shelf.found("q", typed)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"18 V, Drill 18V", "18V, Drill 18 V", "'4,5 kg', Hammer 4.5kg", "4.5kg, Hammer 4.5 kg"})
    void aNumberAndItsUnitAreFoundTogetherOrApart(String typed, String name) throws SQLException {
        shelf.put("1", name);

        assertThat(shelf.found("q", typed)).containsExactly("3 1");
    }

    @Test
    void whatIsNotSoldIsShownOnlyWhereItIsAskedFor() throws SQLException {
        shelf.put("1", "Glove");
        shelf.set(shelf.put("2", "Glove"), "is_published = false");
        shelf.set(shelf.put("3", "Glove"), "status = 'inactive'");
        shelf.set(shelf.put("4", "Glove"), "deleted_at = now()");

        assertThat(shelf.found("q", "glove")).containsExactly("3 1");
        assertThat(shelf.found("q", "glove", "is_published", "false")).containsExactly("3 2");
        assertThat(shelf.found("q", "glove", "status", "inactive")).containsExactly("3 3");
        shelf.search("q", "glove", "include_deleted", "true").statusCode(403);
        shelf.searchAs("manager", "q", "glove", "include_deleted", "true").body("items.sku", contains("1", "4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "(",
                "'; DROP TABLE catalog.product",
                "%",
                "\\",
                "-",
                "OR",
                "!",
                "<->",
                ":*",
                "🛠",
                "\u200f",
                "a:b & c",
                "''",
                "$$"
            })
    void anyTextMayBeSearchedFor(String typed) throws SQLException {
        shelf.put("1", "Glove");

        shelf.search("q", typed).statusCode(200);
        shelf.search("q", (typed + " ").repeat(200 / (typed.length() + 1))).statusCode(200);
    }

    @Test
    void noRandomTextBreaksASearch() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var letters = "ab Z019\"'-()|&!<>:*\\%_ ,.;/ёжФقّـ٣é\u0301漢字\uD83D\uDEE0\u200Eor OR kg V";
        for (var run = 0; run < 100; run++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(60), 0, letters.codePointCount(0, letters.length()))
                    .map(at -> letters.codePointAt(letters.offsetByCodePoints(0, at)))
                    .forEach(typed::appendCodePoint);

            var status = shelf.search("q", typed.toString()).extract().statusCode();

            assertThat(status).as("seed %d, text %s", seed, typed).isEqualTo(200);
        }
    }

    @Test
    void aTextOfMoreThanTwoHundredLettersIsRefused() {
        shelf.search("q", "a".repeat(201)).statusCode(422).body("errors[0].field", equalTo("q"));
        shelf.search("q", "a ".repeat(100)).statusCode(200);
        shelf.search("words", "a").statusCode(400);
    }

    @Test
    void pagesFollowEachOtherWithoutLossOrRepetition() throws SQLException {
        for (var n = 10; n < 35; n++) {
            shelf.put("GLOVE-" + n, n % 2 == 0 ? "Glove" : "Red leather glove");
        }
        for (var typed : new String[] {"glove", "red gloves", "glvoe", ""}) {
            var whole = shelf.search("q", typed, "limit", "100")
                    .body("total", equalTo(25))
                    .extract()
                    .jsonPath()
                    .getList("items.id");

            var paged = new ArrayList<Object>();
            String cursor = "";
            while (cursor != null) {
                var page = shelf.search("q", typed, "limit", "4", "cursor", cursor)
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                paged.addAll(page.getList("items.id"));
                cursor = page.getString("next_cursor");
            }

            assertThat(paged).as(typed).hasSizeGreaterThanOrEqualTo(12).isEqualTo(whole.subList(0, paged.size()));
        }
    }

    @Test
    void aCursorIsOfOneSearch() throws SQLException {
        shelf.put("1", "Glove");
        shelf.put("2", "Glove");
        var cursor = shelf.search("q", "glove", "limit", "1")
                .extract()
                .path("next_cursor")
                .toString();

        shelf.search("q", "glove", "limit", "1", "cursor", cursor)
                .body("items.sku", contains("2"), "next_cursor", nullValue());
        shelf.search("q", "gloves", "cursor", cursor).statusCode(400).body("code", equalTo("bad_cursor"));
        shelf.search("q", "glove", "cursor", "x").statusCode(400).body("code", equalTo("bad_cursor"));
    }

    @Test
    void whereNothingIsFoundWordsThatAreFoundAreProposed() throws SQLException {
        shelf.put("1", "Hammer drill");

        shelf.search("q", "hamer quantum").body("total", equalTo(0), "did_you_mean", equalTo("hammer quantum"));
        shelf.search("q", "quantum flux").body("total", equalTo(0), "did_you_mean", nullValue());
        shelf.search("q", "hammer").body("total", equalTo(1), "did_you_mean", nullValue());
    }

    @Test
    void anotherTenantsProductsAndWordsAreNotFound() throws SQLException {
        try (var other = new Shelf()) {
            other.put("GL-400", "Hammer drill");

            assertThat(shelf.found("q", "GL-400")).isEmpty();
            assertThat(shelf.found("q", "hammer")).isEmpty();
            shelf.search("q", "hamer", "facets", "brand,availability")
                    .body("total", equalTo(0), "did_you_mean", nullValue(), "facets.availability.size()", equalTo(0));
        }
    }

    @Test
    void aProductIsFoundAsSoonAsItIsMadeAndByItsNewNameAsSoonAsItHasOne() throws SQLException {
        shelf.tenant().post("/api/v1/products", """
                {"sku": "TEST-001", "name": "Mitre saw"}""").statusCode(201);

        assertThat(shelf.found("q", "mitre saws")).containsExactly("3 TEST-001");
        assertThat(shelf.found("q", "mirte saw")).containsExactly("4 TEST-001");
        assertThat(shelf.found("q", "mirte")).containsExactly("5 TEST-001");
    }

    @Test
    void aSearchCostsTheSameStatementsWhateverItFinds() throws SQLException {
        shelf.put("1", "Glove 1");
        var statements = new Statements("catalog");
        var one = statements.countDuring(
                () -> shelf.search("q", "glove 1", "facets", "brand").statusCode(200));
        for (var n = 2; n < 40; n++) {
            shelf.put("" + n, "Glove " + n);
        }

        assertThat(statements.countDuring(
                        () -> shelf.search("q", "glove 1", "facets", "brand").statusCode(200)))
                .isEqualTo(one);
    }
}
