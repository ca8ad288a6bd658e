package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.ProcurementTest;

/** The order and the pages of the search of tenders. */
@ProcurementTest
class SearchOrderTest {
    private final SearchedTenders searched = SearchedTenders.create();

    @ParameterizedTest
    @CsvSource({
        "publication_date, A B U",
        "-publication_date, B A U",
    })
    void theUnknownComesLastBothWays(String sort, String order) {
        searched.tender("U").insert();
        searched.tender("A").published("2026-01-01T00:00:00Z").insert();
        searched.tender("B").published("2026-02-01T00:00:00Z").insert();

        assertThat(String.join(" ", searched.titles("sort=" + sort))).isEqualTo(order);
    }

    @Test
    void valuesAreSortedInTheCurrencyThatIsNamed() {
        searched.tender("Two").value("2", "EUR").insert();
        searched.tender("Ten").value("10", "EUR").insert();
        searched.tender("Denars").value("1", "MKD").insert();
        searched.tender("Dinars").value("5", "RSD").insert();

        assertThat(searched.titles("sort=value&currency=EUR").subList(0, 2)).containsExactly("Two", "Ten");
        assertThat(searched.titles("sort=-value&currency=EUR").subList(0, 2)).containsExactly("Ten", "Two");
        assertThat(searched.titles("sort=-value&currency=RSD").get(0)).isEqualTo("Dinars");
        assertThat(searched.titles("sort=-value&currency=EUR&min_value=1")).containsExactly("Ten", "Two");
    }

    @Test
    void theMostRelevantComeFirst() {
        var weak = searched.tender("Something else");
        weak.description = "It says bridge once among many other words that tell of other things";
        weak.insert();
        searched.tender("Bridge").insert();

        assertThat(searched.titles("q=bridge&sort=relevance")).containsExactly("Bridge", "Something else");
        assertThat(searched.titles("q=bridge&sort=-relevance")).containsExactly("Bridge", "Something else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-publication_date", "publication_date", "title", "-updated_at", "value", "relevance"})
    void joinedPagesAreTheWholeListWhileRowsAreInserted(String sort) {
        var expected = new ArrayList<String>();
        for (var n = 0; n < 7; n++) {
            var tender = searched.tender("Bridge " + n).value(String.valueOf(n % 3), "EUR");
            tender.published = n % 3 == 0 ? null : Instant.parse("2026-01-0" + (1 + n / 2) + "T00:00:00Z");
            expected.add(tender.insert());
        }
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var query = "q=bridge&currency=EUR&limit=2&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor);
            var page = searched.find(query).statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.tender_id", String.class));
            cursor = page.getString("next_cursor");
            searched.tender("Bridge more").insert();
        } while (cursor != null && found.size() < 100);

        assertThat(found).doesNotHaveDuplicates().containsAll(expected);
    }

    @Test
    void aCursorBelongsToItsFilterAndOrder() {
        searched.tender("One").insert();
        searched.tender("Two").insert();
        var cursor = searched.find("limit=1").extract().jsonPath().getString("next_cursor");

        searched.find("limit=1&cursor=" + cursor).statusCode(200);
        searched.find("limit=1&status=open&cursor=" + cursor).statusCode(400).body("code", equalTo("cursor_mismatch"));
        searched.find("limit=1&sort=title&cursor=" + cursor).statusCode(400).body("code", equalTo("cursor_mismatch"));
    }

    @Test
    void theTotalIsCounted() {
        searched.tender("One").insert();
        searched.tender("Two").insert();

        searched.find("limit=1")
                .body("total", is(2))
                .body("total_exact", is(true))
                .body("items.size()", is(1));
    }

    @Test
    void aPageShowsTheFieldsAloneThatAreAskedFor() {
        searched.tender("Bridge repair").insert();

        searched.find("fields=title,status")
                .statusCode(200)
                .body("items", equalTo(List.of(Map.of("title", "Bridge repair", "status", "open"))))
                .body("total", equalTo(1));
    }
}
