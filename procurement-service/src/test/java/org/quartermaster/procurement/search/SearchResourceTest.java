package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** The search of tenders; each test has a source of its own. */
@ProcurementTest
class SearchResourceTest {
    private static final String PATH = "/api/v1/tenders";

    private final TestOrganization organization = TestOrganization.create();
    private final String source = TestTender.newSource();

    private ValidatableResponse find(String query) {
        return organization
                .as("viewer")
                .get(PATH + "?source=" + source + (query.isEmpty() ? "" : "&" + query))
                .then();
    }

    private List<String> titles(String query) {
        return find(query).statusCode(200).extract().jsonPath().getList("items.title", String.class);
    }

    private TestTender tender(String title) {
        return TestTender.of(source, title);
    }

    @Test
    void spellingsOfAWordFindEachOther() {
        tender("Реконструкција на школа").insert();
        tender("Obnova škole").insert();
        tender("Road works").insert();

        for (var word : List.of("škola", "skola", "shkola", "школа", "škol*")) {
            assertThat(titles("q=" + word)).as(word).contains("Реконструкција на школа");
        }
        assertThat(titles("q=skol*")).hasSize(2);
    }

    @Test
    void aShortWordIsAWholeOneAndALongerOneTheBeginningOfOne() {
        tender("Please edit the text").insert();
        tender("IT services").insert();

        assertThat(titles("q=IT")).containsExactly("IT services");
        assertThat(titles("q=serv")).containsExactly("IT services");
        organization
                .as("viewer")
                .queryParam("source", source)
                .queryParam("q", "=serv")
                .get(PATH)
                .then()
                .body("items", empty());
        assertThat(titles("q=it*")).containsExactly("IT services");
    }

    @Test
    void aPageShowsTheFieldsAloneThatAreAskedFor() {
        tender("Bridge repair").insert();

        find("fields=title,status")
                .statusCode(200)
                .body("items", equalTo(List.of(Map.of("title", "Bridge repair", "status", "open"))))
                .body("total", equalTo(1));
    }

    @Test
    void wordsAreJoinedByAndOrAndExclusion() {
        tender("Bridge repair").insert();
        tender("Bridge painting").insert();
        tender("Tunnel repair").insert();

        assertThat(titles("q=bridge repair")).containsExactly("Bridge repair");
        assertThat(titles("q=bridge OR tunnel repair")).containsExactlyInAnyOrder("Bridge repair", "Tunnel repair");
        assertThat(titles("q=bridge -painting")).containsExactly("Bridge repair");
        assertThat(titles("q=\"repair bridge\"")).isEmpty();
        assertThat(titles("q=\"bridge repair")).containsExactly("Bridge repair");
        assertThat(titles("exclude=bridge")).containsExactly("Tunnel repair");
    }

    @Test
    void wordsAreLookedForWhereTheClientSays() {
        tender("Desks").buyer("Town of Ohrid").insert();

        assertThat(titles("q=ohrid")).isEmpty();
        assertThat(titles("q=ohrid&q_in=buyer")).containsExactly("Desks");
        assertThat(titles("buyer=town of ohrid")).containsExactly("Desks");
        assertThat(titles("buyer=ohrid town")).isEmpty();
    }

    @Test
    void aSubtreeOfTheCpvIsAllThatBeginsWithThePrefix() {
        tender("Building").cpv("45210000").insert();
        tender("Computers").cpv("30200000", "48000000").insert();
        tender("Three").cpv("31000000").insert();

        for (var code : List.of("4521", "45210000", "45210000-2", "45")) {
            assertThat(titles("cpv=" + code)).as(code).containsExactly("Building");
        }
        assertThat(titles("cpv=30000000")).containsExactly("Computers");
        assertThat(titles("cpv=48,45")).containsExactlyInAnyOrder("Computers", "Building");
        assertThat(titles("cpv=48&cpv_scope=main")).isEmpty();
    }

    @Test
    void aCodeThatTheListDoesNotKnowIsWarnedOf() {
        find("cpv=99999999").statusCode(200).body("warnings.code", contains("unknown"));
        find("").body("warnings", empty());
    }

    @Test
    void valuesAreComparedInOneCurrencyAndUnknownOnesAreLeftOutUnlessAskedFor() {
        tender("Ten").value("10", "EUR").insert();
        tender("Zero").value("0", "EUR").insert();
        tender("Denars").value("10", "MKD").insert();
        tender("None").insert();

        assertThat(titles("min_value=10&max_value=10&currency=EUR")).containsExactly("Ten");
        assertThat(titles("max_value=0&currency=EUR")).containsExactly("Zero");
        find("min_value=1&currency=EUR&unknown_value=include")
                .body("items.title", containsInAnyOrder("Ten", "Denars", "None"))
                .body("items.find { it.title == 'Ten' }.uncertain", is(false))
                .body("items.find { it.title == 'None' }.uncertain", is(true));
        assertThat(titles("value_known=false")).containsExactly("None");
    }

    @Test
    void anOpenTenderIsClosedOnceItsClosingDateIsPast() {
        tender("Past").closing(Instant.now().minus(1, ChronoUnit.MINUTES)).insert();
        tender("Coming").closing(Instant.now().plus(1, ChronoUnit.DAYS)).insert();
        tender("Unsaid").insert();

        assertThat(titles("status=closed")).containsExactly("Past");
        assertThat(titles("status=open")).containsExactlyInAnyOrder("Coming", "Unsaid");
        find("status=closed").body("items[0].status", equalTo("closed"));
    }

    @Test
    void aDayIsABoundFromItsStartToItsEndInUtc() {
        tender("Late").published("2026-03-01T23:59:59.999999Z").insert();
        tender("Next").published("2026-03-02T00:00:00Z").insert();
        tender("Unknown").insert();

        assertThat(titles("published_from=2026-03-01&published_to=2026-03-01")).containsExactly("Late");
        assertThat(titles("published_from=2026-03-02T00:00:00Z")).containsExactly("Next");
    }

    @ParameterizedTest
    @CsvSource({
        "publication_date, A B U",
        "-publication_date, B A U",
    })
    void theUnknownComesLastBothWays(String sort, String order) {
        tender("U").insert();
        tender("A").published("2026-01-01T00:00:00Z").insert();
        tender("B").published("2026-02-01T00:00:00Z").insert();

        assertThat(String.join(" ", titles("sort=" + sort))).isEqualTo(order);
    }

    @Test
    void valuesAreSortedInTheCurrencyThatIsNamed() {
        tender("Two").value("2", "EUR").insert();
        tender("Ten").value("10", "EUR").insert();
        tender("Denars").value("1", "MKD").insert();
        tender("Dinars").value("5", "RSD").insert();

        assertThat(titles("sort=value&currency=EUR").subList(0, 2)).containsExactly("Two", "Ten");
        assertThat(titles("sort=-value&currency=EUR").subList(0, 2)).containsExactly("Ten", "Two");
        assertThat(titles("sort=-value&currency=RSD").get(0)).isEqualTo("Dinars");
        assertThat(titles("sort=-value&currency=EUR&min_value=1")).containsExactly("Ten", "Two");
    }

    @Test
    void theMostRelevantComeFirst() {
        var weak = tender("Something else");
        weak.description = "It says bridge once among many other words that tell of other things";
        weak.insert();
        tender("Bridge").insert();

        assertThat(titles("q=bridge&sort=relevance")).containsExactly("Bridge", "Something else");
        assertThat(titles("q=bridge&sort=-relevance")).containsExactly("Bridge", "Something else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publication_date", "publication_date", "title", "-updated_at", "value", "relevance"})
    void joinedPagesAreTheWholeListWhileRowsAreInserted(String sort) {
        var expected = new ArrayList<String>();
        for (var n = 0; n < 7; n++) {
            var tender = tender("Bridge " + n).value(String.valueOf(n % 3), "EUR");
            tender.published = n % 3 == 0 ? null : Instant.parse("2026-01-0" + (1 + n / 2) + "T00:00:00Z");
            expected.add(tender.insert());
        }
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var query = "q=bridge&currency=EUR&limit=2&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor);
            var page = find(query).statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.tender_id", String.class));
            cursor = page.getString("next_cursor");
            tender("Bridge more").insert();
        } while (cursor != null && found.size() < 100);

        assertThat(found).doesNotHaveDuplicates().containsAll(expected);
    }

    @Test
    void aCursorBelongsToItsFilterAndOrder() {
        tender("One").insert();
        tender("Two").insert();
        var cursor = find("limit=1").extract().jsonPath().getString("next_cursor");

        find("limit=1&cursor=" + cursor).statusCode(200);
        find("limit=1&status=open&cursor=" + cursor).statusCode(400).body("code", equalTo("cursor_mismatch"));
        find("limit=1&sort=title&cursor=" + cursor).statusCode(400).body("code", equalTo("cursor_mismatch"));
    }

    @Test
    void theTotalIsCounted() {
        tender("One").insert();
        tender("Two").insert();

        find("limit=1").body("total", is(2)).body("total_exact", is(true)).body("items.size()", is(1));
    }

    @Test
    void deletedTendersAreForManagersWhoAskForThem() {
        var deleted = tender("Deleted");
        deleted.deleted = Instant.now();
        deleted.insert();

        assertThat(titles("")).isEmpty();
        find("include_deleted=true").statusCode(403);
        organization
                .as("manager")
                .get(PATH + "?include_deleted=true&source=" + source)
                .then()
                .body("items.title", contains("Deleted"));
    }

    @Test
    void facetsCountWithAllFiltersButTheirOwn() {
        tender("One")
                .status("awarded")
                .cpv("45210000", "45300000")
                .published("2026-03-04T00:00:00Z")
                .insert();
        tender("Two").status("planned").value("1", "EUR").buyer("Ohrid").insert();

        find("status=awarded&facets=status,cpv_division,buyer,published_month,currency")
                .statusCode(200)
                .body("total", is(1))
                .body("facets_exact", is(true))
                .body("facets.status.values.value", containsInAnyOrder("awarded", "planned"))
                .body("facets.cpv_division.values", hasItem(Map.of("value", "45", "count", 1)))
                .body("facets.buyer.values", empty())
                .body("facets.buyer.unknown", is(1))
                .body("facets.published_month.values.value", contains("2026-03"))
                .body("facets.currency.unknown", is(1));
        find("").body("facets", nullValue());
    }

    @Test
    void aFacetShowsItsTwentyCommonestValues() {
        for (var n = 0; n < 22; n++) {
            tender("T").buyer("Buyer " + (char) ('A' + n)).insert();
        }
        tender("T").buyer("Buyer Z").insert();
        tender("T").buyer("Buyer Z").insert();

        find("facets=buyer")
                .body("facets.buyer.values.size()", is(20))
                .body("facets.buyer.values[0].value", equalTo("Buyer Z"))
                .body("facets.buyer.values[0].count", is(2))
                .body("facets.buyer.other", is(3))
                .body("facets.buyer.unknown", is(0));
    }

    @Test
    void criteriaFindTheSameAsParameters() {
        tender("Ten").value("10", "EUR").cpv("45210000").insert();
        tender("None").cpv("45210000").insert();

        organization
                .post("viewer", PATH + "/search", """
                        {"criteria": {"sources": ["%s"], "cpv": {"any": ["4521"]},
                          "value": {"min": 1, "currency": "EUR", "unknown": "include"}},
                         "sort": "title", "limit": 10, "facets": ["status"]}
                        """.formatted(source))
                .statusCode(200)
                .body("items.title", contains("None", "Ten"))
                .body("items.uncertain", contains(true, false))
                .body("facets.status.values[0].count", is(2))
                .body("next_cursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "{\"criteria\": {\"colour\": 1}}, unknown_field",
        "{\"colour\": 1}, unknown_field",
        "{\"criteria\": {\"value\": {\"min\": 2}}}, validation_failed",
    })
    void criteriaThatNobodyKnowsAreRefused(String body, String code) {
        organization
                .post("viewer", PATH + "/search", body.replace(";", ","))
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, 400, unknown_parameter",
        "sort=colour, 422, invalid_parameter",
        "limit=0, 422, invalid_parameter",
        "limit=101, 422, invalid_parameter",
        "min_value=abc&currency=EUR, 422, invalid_parameter",
        "min_value=2&max_value=1&currency=EUR, 422, invalid_parameter",
        "min_value=2, 422, invalid_parameter",
        "published_from=2025-02-30, 422, invalid_parameter",
        "published_from=2025-03-02&published_to=2025-03-01, 422, invalid_parameter",
        "cpv=9, 422, invalid_parameter",
        "cpv=abc, 422, invalid_parameter",
        "q=-only, 422, invalid_parameter",
        "sort=relevance, 422, invalid_parameter",
        "sort=value, 422, invalid_parameter",
        "facets=colour, 422, invalid_parameter",
        "buyer_id=7, 422, invalid_parameter",
        "cursor=rubbish, 400, cursor_mismatch",
    })
    void whatCannotBeReadIsRefusedByItsName(String query, int status, String code) {
        find(query).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void onlyExclusionsAndTooManyWordsAreRefused() {
        find("q=-a").body("errors[0].code", equalTo("only_exclusions"));
        find("q=" + "word ".repeat(1000)).statusCode(422);
        find("q=" + "x".repeat(10_000)).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE procurement.tenders; --", "<script>alert(1)</script>", "a:*|b & !c", "\\ ' \""})
    void textOfOtherLanguagesIsPlainText(String text) {
        tender("Kept " + text).insert();

        organization
                .as("viewer")
                .queryParam("source", source)
                .queryParam("q", "kept " + text)
                .get(PATH)
                .then()
                .statusCode(200);
        assertThat(titles("")).containsExactly("Kept " + text);
    }

    @Test
    void aPageCostsAFixedNumberOfStatements() throws Exception {
        tender("One").insert();
        var statements = new Statements("procurement");
        var few = statements.countDuring(() -> find("facets=status,buyer").statusCode(200));
        for (var n = 0; n < 20; n++) {
            tender("More " + n).insert();
        }
        var many = statements.countDuring(() -> find("facets=status,buyer").statusCode(200));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void aFirstPageCostsTwoQueriesAndALaterOneIsNotCountedAgain() throws Exception {
        for (var n = 0; n < 5; n++) {
            tender("Pipe").cpv("45210000").insert();
        }
        var statements = new Statements("procurement");
        String cursor = find("limit=2").extract().path("next_cursor");

        assertThat(statements.countDuring(() -> find("limit=2"))).isEqualTo(5);
        assertThat(statements.countDuring(() -> find("limit=2&cursor=" + cursor).body("total", is(5))))
                .isEqualTo(4);
        assertThat(statements.countDuring(() -> find("cpv=4521")))
                .as("and one for warnings")
                .isEqualTo(6);
    }

    @Test
    void aTokenIsNeeded() {
        RestAssured.get(PATH).then().statusCode(401).body("code", notNullValue());
    }
}
