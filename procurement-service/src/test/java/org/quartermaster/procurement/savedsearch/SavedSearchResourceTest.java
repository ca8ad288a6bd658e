package org.quartermaster.procurement.savedsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.quartermaster.platform.testing.Eventually.await;

import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestChange;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;

/** Searches that are kept. */
@ProcurementTest
class SavedSearchResourceTest {
    private static final String PATH = "/api/v1/saved-searches";

    private final TestOrganization organization = TestOrganization.create();
    private final String source = TestTender.newSource();

    private String create(boolean isAlert) {
        return organization
                .post("viewer", PATH, """
                        {"name": "S", "criteria": {"sources": ["%s"]}, "is_alert": %s}
                        """.formatted(source, isAlert))
                .statusCode(201)
                .extract()
                .path("search_id");
    }

    private void patch(String id, String body) {
        organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body(body)
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void theAlertOfASearchFollowsItAndGoesWithIt() {
        var id = create(true);
        organization.as("viewer").get("/api/v1/alerts").then().body("items.saved_search_id", contains(id));

        patch(id, "{\"criteria\": {\"countries\": [\"MK\"]}}");
        organization
                .as("viewer")
                .get("/api/v1/alerts")
                .then()
                .body("items[0].criteria.countries", contains("MK"))
                .body("items[0].criteria_version", equalTo(2));

        patch(id, "{\"is_alert\": false}");
        organization.as("viewer").get("/api/v1/alerts").then().body("items", hasSize(0));
    }

    @Test
    void whatIsNewIsShownOnceOverAllItsPages() {
        TestTender.of(source, "Old").insert();
        var id = create(false);
        var path = PATH + "/" + id + "/results?new_only=true&limit=1";
        for (var title : List.of("One", "Two")) {
            TestChange.note(TestTender.of(source, title).insert(), "published");
        }
        await("the positions").until(() -> TestChange.count("""
                                select count(*) from procurement.tender_changes c join procurement.tenders t
                                  on t.tender_id = c.tender_id where t.source_id = ? and c.position > 0
                                """, source) == 2);

        var first = organization
                .as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();
        var second = organization
                .as("viewer")
                .get(path + "&cursor=" + first.path("next_cursor"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();

        assertThat(List.<String>of(first.path("items[0].title"), second.path("items[0].title")))
                .containsExactlyInAnyOrder("One", "Two");
        organization.as("viewer").get(path).then().body("items", hasSize(0));
        organization.as("viewer").get(PATH + "/" + id + "/results").then().body("items", hasSize(3));
        organization.as("manager").get(PATH + "/" + id).then().statusCode(404);
    }
}
