package org.quartermaster.procurement.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;

/** What tenders that were found have in common. */
@ProcurementTest
class SearchFacetTest {
    private final SearchedTenders searched = SearchedTenders.create();

    @Test
    void facetsCountWithAllFiltersButTheirOwn() {
        searched.tender("One")
                .status("awarded")
                .cpv("45210000", "45300000")
                .published("2026-03-04T00:00:00Z")
                .insert();
        searched.tender("Two")
                .status("planned")
                .value("1", "EUR")
                .buyer("Ohrid")
                .insert();

        searched.find("status=awarded&facets=status,cpv_division,buyer,published_month,currency")
                .statusCode(200)
                .body("total", is(1))
                .body("facets_exact", is(true))
                .body("facets.status.values.value", containsInAnyOrder("awarded", "planned"))
                .body("facets.cpv_division.values", hasItem(Map.of("value", "45", "count", 1)))
                .body("facets.buyer.values", empty())
                .body("facets.buyer.unknown", is(1))
                .body("facets.published_month.values.value", contains("2026-03"))
                .body("facets.currency.unknown", is(1));
        searched.find("").body("facets", nullValue());
    }

    @Test
    void aFacetShowsItsTwentyCommonestValues() {
        for (var n = 0; n < 22; n++) {
            searched.tender("T").buyer("Buyer " + (char) ('A' + n)).insert();
        }
        searched.tender("T").buyer("Buyer Z").insert();
        searched.tender("T").buyer("Buyer Z").insert();

        searched.find("facets=buyer")
                .body("facets.buyer.values.size()", is(20))
                .body("facets.buyer.values[0].value", equalTo("Buyer Z"))
                .body("facets.buyer.values[0].count", is(2))
                .body("facets.buyer.other", is(3))
                .body("facets.buyer.unknown", is(0));
    }
}
