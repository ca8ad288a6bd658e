package org.quartermaster.procurement.manual;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** Tenders that are written by hand. */
@ProcurementTest
class TenderWriteTest {
    private static final String GLOVES = """
            {"title": "Work gloves", "buyer": {"name": "City of Bitola"}, "estimated_value": 1000.5,
             "estimated_currency": "EUR", "cpv_codes": ["18141000-9"], "status": "open", "closing_date": "2099-01-31",
             "country": "MK", "source_reference": "2026/17",
             "items": [{"description": "Gloves", "quantity": 100, "unit": "pair"}]}
            """;

    private static RequestSpecification dataAdmin() {
        return given().auth().oauth2(OcdsFile.token()).contentType(ContentType.JSON);
    }

    private static io.restassured.response.Response written() {
        return dataAdmin().body(GLOVES).post("/api/v1/tenders");
    }

    @Test
    void aTenderIsWrittenAsARelease() {
        var written = written();

        written.then()
                .statusCode(201)
                .body("title", equalTo("Work gloves"))
                .body("procuring_entity", equalTo("City of Bitola"))
                .body("closing_date", equalTo("2099-01-31T23:59:59Z"))
                .body("estimated_value_eur", equalTo(1000.5f))
                .body("estimated_value_mkd", nullValue())
                .body("country", equalTo("MK"))
                .body("source_id", equalTo("manual"))
                .body("source_reference", equalTo("2026/17"))
                .body("items[0].unit", equalTo("pair"));
        assertThat(OcdsFile.value(
                        "select source_id || tags::text from procurement.ocds_releases where ocid = ?",
                        written.<String>path("ocid")))
                .isEqualTo("manual{tender}");
    }

    @Test
    void aChangeIsAReleaseOfItsOwn() {
        var written = written();
        String path = "/api/v1/tenders/" + written.path("tender_id");

        dataAdmin()
                .header("If-Match", written.header("ETag"))
                .body("{\"closing_date\": \"2099-02-28\", \"description\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("closing_date", equalTo("2099-02-28T23:59:59Z"))
                .body("material_version", equalTo(2))
                .body("title", equalTo("Work gloves"));
        dataAdmin()
                .header("If-Match", written.header("ETag"))
                .body("{\"title\": \"Other\"}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void anotherBuyerKeepsTheTender() {
        String id = written().path("tender_id");

        dataAdmin()
                .body("{\"buyer\": {\"name\": \"City of Ohrid\"}}")
                .patch("/api/v1/tenders/" + id)
                .then()
                .statusCode(200)
                .body("procuring_entity", equalTo("City of Ohrid"))
                .body("welded", equalTo(false));
    }

    private static final String PARTS = """
            {"title": "Work gloves", "cpv_codes": ["18141000-9", "18100000-0"],
             "lots": [{"lot_id": "A", "title": "Leather", "value": 5, "currency": "EUR"}, {"lot_id": "B", "title": "Rubber"}],
             "items": [{"item_id": "1", "description": "Gloves", "cpv_code": "18424000-7", "lot_id": "A"},
               {"item_id": "2", "description": "Mittens", "lot_id": "B"}],
             "awards": [{"award_id": "w", "supplier_name": "Granit", "value": 4, "currency": "EUR"}]}
            """;

    private static ValidatableResponse patched(String tender, String body) {
        return dataAdmin().body(body).patch("/api/v1/tenders/" + tender).then().statusCode(200);
    }

    @Test
    void aListTakesThePlaceOfTheOneBefore() {
        String id = dataAdmin().body(PARTS).post("/api/v1/tenders").path("tender_id");

        patched(id, """
                {"lots": [{"lot_id": "B", "description": "Thick"}, {"lot_id": "C", "title": "Wool"}],
                 "items": [{"item_id": "2", "quantity": 7}], "awards": []}
                """)
                .body("lots.lot_id", contains("B", "C"))
                .body("lots[0].title", equalTo("Rubber"))
                .body("lots[0].description", equalTo("Thick"))
                .body("lots_count", equalTo(2))
                .body("items.item_id", hasItem("2"))
                .body("items.item_id", not(hasItem("1")))
                .body("cpv_codes", contains("18100000", "18141000"))
                .body("awards", empty())
                .body("actual_value", nullValue())
                .body("winner", nullValue())
                .body("entities.findAll { it.entity_type == 'supplier' }", empty())
                .body("status", equalTo("open"));
    }

    @Test
    void whatWasRemovedComesBackWhenItIsNamedAgain() {
        String id = dataAdmin().body(PARTS).post("/api/v1/tenders").path("tender_id");

        patched(id, "{\"lots\": null}").body("lots", empty()).body("material_version", equalTo(2));
        patched(id, "{\"lots\": []}").body("lots", empty()).body("material_version", equalTo(2));
        patched(id, "{\"lots\": [{\"lot_id\": \"A\", \"title\": \"Again\"}]}")
                .body("lots.lot_id", contains("A"))
                .body("lots[0].title", equalTo("Again"))
                .body("lots[0].value", nullValue());
    }

    @Test
    void aDeletedTenderIsGoneUntilItIsRestored() {
        String id = written().path("tender_id");
        String path = "/api/v1/tenders/" + id;

        dataAdmin().delete(path).then().statusCode(204);
        dataAdmin().body("{\"title\": \"x\"}").patch(path).then().statusCode(410);
        dataAdmin().post(path + "/restore").then().statusCode(200).body("tender_id", equalTo(id));
        dataAdmin().body("{\"title\": \"x\"}").patch(path).then().statusCode(200);
    }

    @Test
    void aRepeatedRequestWritesOnce() {
        var key = java.util.UUID.randomUUID().toString();

        String first = dataAdmin()
                .header("Idempotency-Key", key)
                .body(GLOVES)
                .post("/api/v1/tenders")
                .path("tender_id");
        String second = dataAdmin()
                .header("Idempotency-Key", key)
                .body(GLOVES)
                .post("/api/v1/tenders")
                .path("tender_id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void eachCommitIsOneEvent() {
        String id = written().path("tender_id");
        dataAdmin()
                .body("{\"status\": \"cancelled\"}")
                .patch("/api/v1/tenders/" + id)
                .then()
                .statusCode(200);

        assertThat(OcdsFile.value(
                        "select string_agg(subject, ' ' order by seq) from platform.outbox where entity_id = ?", id))
                .isEqualTo("qm.procurement.public.tender.published qm.procurement.public.tender.cancelled");
    }

    @Test
    void wrongValuesAreNamed() {
        dataAdmin()
                .body(
                        "{\"title\": \"x\", \"estimated_value\": 1, \"cpv_codes\": [\"abc\"], \"status\": \"awarded\", \"colour\": 1}")
                .post("/api/v1/tenders")
                .then()
                .statusCode(422)
                .body("errors.field", org.hamcrest.Matchers.hasItems("estimated_currency", "cpv_codes[0]", "colour"));
        dataAdmin()
                .body("{\"title\": \"x\", \"status\": \"awarded\"}")
                .post("/api/v1/tenders")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("award_needed"));
    }

    @Test
    void nobodyElseWritesTenders() {
        TestOrganization.create().post("admin", "/api/v1/tenders", GLOVES).statusCode(403);
    }
}
