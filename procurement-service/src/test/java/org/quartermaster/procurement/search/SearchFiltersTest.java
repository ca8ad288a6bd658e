package org.quartermaster.procurement.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** Each filter of the search takes the tender that it means and leaves the other one out. */
@ProcurementTest
class SearchFiltersTest {
    private static final UUID BUYER = Ids.uuid();
    private static final UUID SUPPLIER = Ids.uuid();
    private static final String MORE = """
            update procurement.tenders set opening_date = '2026-02-03T08:00:00Z', ocds_status = 'active',
              source_reference = '2026/17' where tender_id = ?
            """;

    private final TestOrganization organization = TestOrganization.create();
    private final String source = TestTender.newSource();

    private List<String> titles(String query) {
        return organization
                .as("viewer")
                .get("/api/v1/tenders?source=" + source + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
    }

    /** One with everything that a filter may ask for; what is told of the other is another thing, or nothing. */
    private String two() {
        var meant = TestTender.of(source, "Meant")
                .published("2026-01-05T10:00:00Z")
                .closing(Instant.parse("2026-03-05T10:00:00Z"))
                .value("0", "EUR")
                .buyer("Town of Ohrid")
                .cpv("45210000");
        meant.procedure = "open";
        meant.mainCategory = "works";
        meant.category = "Roads";
        meant.country = "MK";
        meant.language = "mk";
        meant.documents = 2;
        meant.buyerId = TestTender.entity(BUYER, "Town of Ohrid");
        meant.winner = "Granit";
        var id = meant.insert();
        TestTender.link(id, BUYER, "buyer");
        TestTender.link(id, TestTender.entity(SUPPLIER, "Granit"), "supplier");
        TestTender.run(connection -> Sql.update(connection, MORE, id));
        var other = TestTender.of(source, "Other");
        other.procedure = "direct";
        other.mainCategory = "goods";
        other.category = "Desks";
        other.insert();
        return id;
    }

    @ParameterizedTest
    @CsvSource({
        "opening_from=2026-02-03&opening_to=2026-02-03",
        "opening_to=2026-02-03T08:00:00Z",
        "closing_from=2026-03-05&closing_to=2026-03-05",
        "published_from=2026-01-05T10:00:00Z",
        "procedure=open",
        "procedure=open;limited",
        "main_category=works",
        "category=Roads",
        "ocds_status=active",
        "country=MK",
        "language=mk",
        "reference=2026/17",
        "has_documents=true",
        "value_known=true",
        "max_value=0&currency=EUR",
        "buyer=town of ohrid",
        "supplier=granit",
        "status=closed",
    })
    void aFilterTakesWhatItMeansAndNothingElse(String query) {
        two();

        assertThat(titles(query.replace(';', ','))).containsExactly("Meant");
    }

    @ParameterizedTest
    @CsvSource({
        "has_documents=false",
        "value_known=false",
        "opening_from=2026-02-04&opening_to=2026-02-05",
        "closing_from=2026-03-06",
        "ocds_status=planned",
        "procedure=direct",
        "supplier=nobody",
    })
    void aFilterLeavesOutWhatItDoesNotMean(String query) {
        two();

        assertThat(titles(query)).doesNotContain("Meant");
    }

    @Test
    void buyersSuppliersAndOcidsAreFoundByTheirIds() {
        var id = two();

        assertThat(titles("buyer_id=" + BUYER)).containsExactly("Meant");
        assertThat(titles("supplier_id=" + SUPPLIER)).containsExactly("Meant");
        assertThat(titles("buyer_id=" + SUPPLIER)).isEmpty();
        assertThat(titles("ocid=" + id)).containsExactly("Meant");
    }

    @Test
    void whatIsUnknownToAClosingDateBelongsToTheAnswerWhereItIsIncluded() {
        two();

        assertThat(titles("closing_to=2026-03-06&unknown_closing=include&sort=title"))
                .containsExactly("Meant", "Other");
        assertThat(titles("updated_from=2026-01-01&sort=title")).containsExactly("Meant", "Other");
        assertThat(titles("updated_to=2026-01-01")).isEmpty();
    }
}
