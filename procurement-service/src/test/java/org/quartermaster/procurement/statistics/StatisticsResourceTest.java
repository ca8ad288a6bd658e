package org.quartermaster.procurement.statistics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** Statistics over the tenders of one source, and those that the views hold. */
@ProcurementTest
class StatisticsResourceTest {
    private static final String PATH = "/api/v1/tenders/stats/";

    private final TestOrganization organization = TestOrganization.create();
    private final String source = TestTender.newSource();
    private final UUID buyer = TestTender.entity("Town " + Ids.uuid());

    @BeforeEach
    void tenders() {
        insert("1", "EUR", "planned", "45210000");
        insert("2", "EUR", "awarded", "45210000");
        insert("6", "EUR", "awarded", "30200000");
        insert("100", "MKD", "planned", "30200000");
        TestTender.of(source, "Without value").status("planned").insert();
    }

    private void insert(String value, String currency, String status, String cpv) {
        var tender =
                TestTender.of(source, "T").value(value, currency).status(status).cpv(cpv);
        tender.published("2026-03-04T10:00:00Z");
        tender.buyerId = buyer;
        tender.mainCategory = "works";
        tender.insert();
    }

    private ValidatableResponse get(String what) {
        return organization.as("viewer").get(PATH + what).then().statusCode(200);
    }

    @Test
    void valuesAreNeverAddedUpAcrossCurrencies() {
        get("overview?source=" + source)
                .body("total", is(5))
                .body("by_status.planned", is(3))
                .body("by_main_category.works", is(4))
                .body("by_main_category.unknown", is(1))
                .body("unknown_value", is(1))
                .body("values.currency", containsInAnyOrder("EUR", "MKD"))
                .body("values.find { it.currency == 'EUR' }.known", is(3))
                .body("values.find { it.currency == 'EUR' }.sum", is(9))
                .body("values.find { it.currency == 'EUR' }.mean", is(3))
                .body("values.find { it.currency == 'EUR' }.median", is(2));
    }

    @Test
    void tendersAreCountedByDivisionBuyerAndMonth() {
        get("cpv?source=" + source)
                .body("items.find { it.division == '45' }.tenders", is(2))
                .body("items.find { it.division == null }.unknown_value", is(1));
        get("buyers?source=" + source)
                .body("items.buyer_entity_id", contains(buyer.toString()))
                .body("items[0].tenders", is(4))
                .body("items[0].open_tenders", is(0));
        get("timeline?source=" + source)
                .body("items.period", containsInAnyOrder("2026-03", null))
                .body("items.find { it.period == '2026-03' }.tenders", is(4));
        get("timeline?interval=day&status=awarded&source=" + source).body("items.period", contains("2026-03-04"));
    }

    @Test
    void theNewestComeFirst() {
        var newest = TestTender.of(source, "Newest")
                .published("2026-05-01T00:00:00Z")
                .insert();

        get("recent?limit=1&source=" + source).body("items.tender_id", contains(newest));
        organization.as("viewer").get(PATH + "recent?limit=51").then().statusCode(422);
    }

    @Test
    void withoutFiltersTheViewsAnswerAsOfTheirLastRefresh() {
        var operator = TestOrganization.operator();
        var refreshed = operator.as("admin")
                .post("/api/v1/admin/stats/refresh")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("as_of");

        get("overview").body("total", greaterThanOrEqualTo(5)).body("as_of", greaterThanOrEqualTo(refreshed));
        get("cpv").body("items.find { it.division == '45' }.tenders", greaterThanOrEqualTo(2));
        get("buyers?limit=100").body("items.buyer_entity_id", notNullValue());
        get("timeline").body("items.find { it.period == '2026-03' }.tenders", greaterThanOrEqualTo(4));
        organization.as("admin").post("/api/v1/admin/stats/refresh").then().statusCode(403);
    }

    @Test
    void statisticsRefuseWhatASearchRefuses() {
        organization
                .as("viewer")
                .get(PATH + "overview?colour=red")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown_parameter"))
                .body("total", nullValue());
        organization
                .as("viewer")
                .get(PATH + "cpv?min_value=1")
                .then()
                .statusCode(422)
                .body("errors", not(nullValue()));
    }
}
