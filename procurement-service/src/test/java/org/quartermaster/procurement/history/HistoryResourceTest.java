package org.quartermaster.procurement.history;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** A tender whose deadline moved, told from its releases. */
@ProcurementTest
class HistoryResourceTest {
    private final TestOrganization organization = TestOrganization.create();
    private final TestOrganization operator = TestOrganization.operator();
    private final String source = "s" + Ids.uuid().toString().replace("-", "");
    private final String ocid = "ocds-test01-" + Ids.uuid();

    @BeforeEach
    void load() {
        load("first", "2026-01-01T00:00:00Z", "planned", "2026-03-01T00:00:00Z");
        load("second", "2026-02-01T00:00:00Z", "active", "2026-04-01T00:00:00Z");
    }

    private void load(String id, String date, String status, String end) {
        var release = """
                {"ocid": "%s", "id": "%s", "date": "%s", "tag": ["tender"], "initiationType": "tender",
                 "buyer": {"id": "MK-1", "name": "Town"},
                 "tender": {"id": "1", "title": "Road", "status": "%s", "tenderPeriod": {"endDate": "%s"},
                  "items": [{"id": "7", "description": "Gravel", "quantity": 20, "unit": {"name": "t"}}]}}
                """.formatted(ocid, id, date, status, end);
        var location = operator.as("data-admin")
                .contentType("application/json")
                .body(release.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/ocds/imports?source=" + source)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await("the import").until(() -> operator.as("data-admin").get(location).jsonPath(), job -> "succeeded"
                .equals(job.getString("state")));
    }

    private ValidatableResponse get(String what) {
        return organization.as("viewer").get("/api/v1/tenders/" + ocid + what).then();
    }

    @Test
    void theHistoryShowsWhenTheDeadlineMoved() {
        get("/history")
                .statusCode(200)
                .body("items.material_version", contains(2, 1))
                .body("items.release_id", contains("second", "first"))
                .body("items[0].classes", hasItem("deadline_moved"))
                .body("items[0].source_id", equalTo(source))
                .body("items[0].changed.path", hasItem("/tender/tenderPeriod/endDate"))
                .body(
                        "items[0].changed.find { it.path == '/tender/tenderPeriod/endDate' }.before",
                        equalTo("2026-03-01T00:00:00Z"));
        get("-none/history").statusCode(404);
    }

    @Test
    void eachFieldNamesTheReleaseThatSetIt() {
        get("/provenance")
                .statusCode(200)
                .body("items.find { it.field == 'closing_date' }.pointer", equalTo("/tender/tenderPeriod/endDate"))
                .body("items.find { it.field == 'closing_date' }.release_id", equalTo("second"))
                .body("items.find { it.field == 'title' }.value", equalTo("Road"))
                .body("items.find { it.field == 'title' }.source_id", equalTo(source))
                .body("items.find { it.field == 'title' }.tag", contains("tender"))
                .body("items.find { it.field == 'status' }.release_id", equalTo("second"))
                .body("items.find { it.field == 'publication_date' }.release_id", equalTo("first"))
                .body("items.find { it.field == 'publication_date' }.value", equalTo("2026-01-01T00:00:00Z"));
        get("/provenance?all=true").body("items.pointer", hasItem("/initiationType"));
    }

    @Test
    void aVersionIsTheStateThen() {
        get("/versions/1")
                .statusCode(200)
                .body("tender.status", equalTo("planned"))
                .body("tender.closing_date", equalTo("2026-03-01T00:00:00Z"))
                .body("tender.items.item_id", contains("7"))
                .body("tender.items[0].unit", equalTo("t"))
                .body("classes", contains("published"));
        get("/versions/2").body("tender.closing_date", equalTo("2026-04-01T00:00:00Z"));
        get("/versions/3").statusCode(404);
        get("/versions/x").statusCode(422);
    }

    @Test
    void aDiffTellsWhatIsDifferent() {
        get("/diff?from=1&to=2")
                .statusCode(200)
                .body("from", is(1))
                .body("changed.path", containsInAnyOrder("/status", "/ocds_status", "/closing_date"))
                .body("changed.find { it.path == '/status' }.after", equalTo("open"));
        get("/diff?from=1").statusCode(422);
    }
}
