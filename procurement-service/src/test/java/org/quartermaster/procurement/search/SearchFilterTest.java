package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;

/** Filters of the search of tenders. */
@ProcurementTest
class SearchFilterTest {
    private final SearchedTenders searched = SearchedTenders.create();

    @Test
    void aSubtreeOfTheCpvIsAllThatBeginsWithThePrefix() {
        searched.tender("Building").cpv("45210000").insert();
        searched.tender("Computers").cpv("30200000", "48000000").insert();
        searched.tender("Three").cpv("31000000").insert();

        for (var code : List.of("4521", "45210000", "45210000-2", "45")) {
            assertThat(searched.titles("cpv=" + code)).as(code).containsExactly("Building");
        }
        assertThat(searched.titles("cpv=30000000")).containsExactly("Computers");
        assertThat(searched.titles("cpv=48,45")).containsExactlyInAnyOrder("Computers", "Building");
        assertThat(searched.titles("cpv=48&cpv_scope=main")).isEmpty();
    }

    @Test
    void aCodeThatTheListDoesNotKnowIsWarnedOf() {
        searched.find("cpv=99999999").statusCode(200).body("warnings.code", contains("unknown"));
        searched.find("").body("warnings", empty());
    }

    @Test
    void valuesAreComparedInOneCurrencyAndUnknownOnesAreLeftOutUnlessAskedFor() {
        searched.tender("Ten").value("10", "EUR").insert();
        searched.tender("Zero").value("0", "EUR").insert();
        searched.tender("Denars").value("10", "MKD").insert();
        searched.tender("None").insert();

        assertThat(searched.titles("min_value=10&max_value=10&currency=EUR")).containsExactly("Ten");
        assertThat(searched.titles("max_value=0&currency=EUR")).containsExactly("Zero");
        searched.find("min_value=1&currency=EUR&unknown_value=include")
                .body("items.title", containsInAnyOrder("Ten", "Denars", "None"))
                .body("items.find { it.title == 'Ten' }.uncertain", is(false))
                .body("items.find { it.title == 'None' }.uncertain", is(true));
        assertThat(searched.titles("value_known=false")).containsExactly("None");
    }

    @Test
    void anOpenTenderIsClosedOnceItsClosingDateIsPast() {
        searched.tender("Past")
                .closing(Instant.now().minus(1, ChronoUnit.MINUTES))
                .insert();
        searched.tender("Coming")
                .closing(Instant.now().plus(1, ChronoUnit.DAYS))
                .insert();
        searched.tender("Unsaid").insert();

        assertThat(searched.titles("status=closed")).containsExactly("Past");
        assertThat(searched.titles("status=open")).containsExactlyInAnyOrder("Coming", "Unsaid");
        searched.find("status=closed").body("items[0].status", equalTo("closed"));
    }

    @Test
    void aDayIsABoundFromItsStartToItsEndInUtc() {
        searched.tender("Late").published("2026-03-01T23:59:59.999999Z").insert();
        searched.tender("Next").published("2026-03-02T00:00:00Z").insert();
        searched.tender("Unknown").insert();

        assertThat(searched.titles("published_from=2026-03-01&published_to=2026-03-01"))
                .containsExactly("Late");
        assertThat(searched.titles("published_from=2026-03-02T00:00:00Z")).containsExactly("Next");
    }

    @Test
    void deletedTendersAreForManagersWhoAskForThem() {
        var deleted = searched.tender("Deleted");
        deleted.deleted = Instant.now();
        deleted.insert();

        assertThat(searched.titles("")).isEmpty();
        searched.find("include_deleted=true").statusCode(403);
        searched.organization()
                .as("manager")
                .get(SearchedTenders.PATH + "?include_deleted=true&source=" + searched.source())
                .then()
                .body("items.title", contains("Deleted"));
    }

    @Test
    void criteriaFindTheSameAsParameters() {
        searched.tender("Ten").value("10", "EUR").cpv("45210000").insert();
        searched.tender("None").cpv("45210000").insert();

        searched.organization()
                .post("viewer", SearchedTenders.PATH + "/search", """
                        {"criteria": {"sources": ["%s"], "cpv": {"any": ["4521"]},
                          "value": {"min": 1, "currency": "EUR", "unknown": "include"}},
                         "sort": "title", "limit": 10, "facets": ["status"]}
                        """.formatted(searched.source()))
                .statusCode(200)
                .body("items.title", contains("None", "Ten"))
                .body("items.uncertain", contains(true, false))
                .body("facets.status.values[0].count", is(2))
                .body("next_cursor", nullValue());
    }
}
