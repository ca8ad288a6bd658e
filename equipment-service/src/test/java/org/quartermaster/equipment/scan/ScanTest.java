package org.quartermaster.equipment.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.equipment.EquipmentTest;
import org.quartermaster.equipment.photo.TestPicture;
import org.quartermaster.platform.testing.TestTenant;

/** What anybody beside a machine can do, and what not. */
@EquipmentTest
class ScanTest {
    private static final String EQUIPMENT = "/api/v1/equipment/";
    private static final String API = "/api/v1/scan/";

    private final TestTenant tenant = TestTenant.create();
    private final Phone phone = Phone.create();
    private String machine;
    private String code;

    @BeforeEach
    void printLabel() {
        machine = tenant.manager()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Pump <script>alert(1)</script> & Co\",\"name_ar\":\"مضخة\",\"equipment_type\":"
                        + "\"pump\",\"brand\":\"Grundfos\",\"model\":\"SP 46-7\",\"serial_number\":\"SECRET-1\","
                        + "\"location_name\":\"Well 1\",\"current_hours\":5,\"current_lat\":1,\"current_lon\":2}")
                .post("/api/v1/equipment")
                .path("equipment_id");
        code = token();
    }

    private String token() {
        return tenant.as("viewer").get(EQUIPMENT + machine + "/scan-token").path("token");
    }

    private ValidatableResponse report(Phone from, String title) {
        return from.request()
                .contentType(ContentType.JSON)
                .body("{\"title\":\"" + title + "\"}")
                .post(API + code + "/faults")
                .then();
    }

    private void addPhoto() throws IOException {
        tenant.as("operator")
                .contentType("image/jpeg")
                .body(TestPicture.jpeg(640, 480))
                .post(EQUIPMENT + machine + "/photos")
                .then()
                .statusCode(201);
    }

    @Test
    void aScanShowsSevenThingsAndNothingElse() throws IOException {
        addPhoto();

        var seen = phone.request().get(API + code).then().statusCode(200).extract();

        assertThat(seen.jsonPath().getMap("").keySet())
                .isEqualTo(new TreeSet<>(
                        Set.of("name", "name_ar", "equipment_type", "brand", "model", "status", "photo_url")));
        assertThat(seen.asString()).doesNotContain("SECRET-1", "Well 1", tenant.id(), machine);
        phone.request()
                .header("If-None-Match", seen.header("ETag"))
                .get(API + code)
                .then()
                .statusCode(304);
        phone.request()
                .get(seen.<String>path("photo_url"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }

    @Test
    void thePageEscapesAndLetsNothingRun() {
        phone.request()
                .get("/scan/" + code)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Pump &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"))
                .body(not(containsString("<script")))
                .body(containsString("lang=\"en\" dir=\"ltr\""))
                .body(not(containsString("SECRET-1")));
        phone.request()
                .header("Accept-Language", "ar")
                .get("/scan/" + code)
                .then()
                .body(containsString("lang=\"ar\" dir=\"rtl\""))
                .body(containsString("الإبلاغ عن عطل"));
        phone.request().get("/scan/" + code + "?lang=ar").then().body(containsString("مضخة"));
    }

    @Test
    void theFormReportsAFaultWithItsPhoto() throws IOException {
        var answer = phone.send(
                "/scan/" + code + "?lang=ar",
                Map.of("title", "تسرب زيت", "severity", "critical", "description", "ز".repeat(2_000)),
                TestPicture.jpeg(400, 300));

        assertThat(answer).startsWith("HTTP/1.1 201 ").contains("شكرًا لك");

        tenant.as("viewer")
                .get("/api/v1/fault-reports")
                .then()
                .body("items", hasSize(1))
                .body("items[0].title", equalTo("تسرب زيت"))
                .body("items[0].source", equalTo("scan"))
                .body("items[0].photo_url", notNullValue());
        tenant.as("viewer")
                .get("/api/v1/alerts")
                .then()
                .body("alerts[0].kind", equalTo("fault"))
                .body("alerts[0].priority", equalTo("critical"));
        phone.request().get("/scan/" + code + "/photo").then().statusCode(404);
    }

    @Test
    void aWrongFormIsShownAgainWithWhatItSaid() throws IOException {
        var answer =
                phone.send("/scan/" + code, Map.of("title", " ", "description", "It is \"broken\" <b>"), new byte[0]);

        assertThat(answer)
                .startsWith("HTTP/1.1 422 ")
                .contains("What is wrong?: At least 1 characters.", "&lt;b&gt;</textarea>");
    }

    @Test
    void theSameReportFromTheSameClientCountsOnce() {
        var first = report(phone, "Leak").statusCode(201).extract().<String>path("fault_id");

        report(phone, "Leak")
                .statusCode(200)
                .body("fault_id", equalTo(first))
                .body("status", equalTo("open"))
                .body("size()", equalTo(2));
        report(Phone.create(), "Leak").statusCode(201).body("fault_id", not(equalTo(first)));
        report(phone, "Smoke").statusCode(201);
        tenant.as("viewer").get("/api/v1/fault-reports").then().body("total", equalTo(3));
    }

    @Test
    void unknownRevokedAndDeletedAreTheSame() {
        var unknown = gone("0123456789ABCDEFGHIJKL");
        tenant.manager().post(EQUIPMENT + machine + "/scan-token").then().statusCode(201);
        var revoked = gone(code);
        code = token();
        tenant.manager().delete(EQUIPMENT + machine).then().statusCode(204);
        var deleted = gone(code);

        assertThat(revoked).isEqualTo(unknown);
        assertThat(deleted).isEqualTo(unknown);
        report(phone, "Leak").statusCode(404).body("code", equalTo("scan_not_found"));
        tenant.manager().post(EQUIPMENT + machine + "/restore").then().statusCode(200);
        phone.request().get(API + code).then().statusCode(200);
    }

    private String gone(String code) {
        phone.request()
                .get("/scan/" + code)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("This label is not valid."));
        var answer = phone.request().get(API + code);
        answer.then().statusCode(404);
        return answer.asString().replace(code, "").replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void theSixthReportOfAClientIsOneTooMany() throws IOException {
        IntStream.range(0, 5).forEach(i -> report(phone, "Fault " + i).statusCode(201));

        report(phone, "Fault 5")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too_many_requests"));
        phone.request().get(API + code).then().statusCode(200);
        assertThat(phone.send("/scan/" + code, Map.of("title", "X"), new byte[0]))
                .startsWith("HTTP/1.1 429 ")
                .containsIgnoringCase("\r\nRetry-After: ")
                .contains("<html");
    }

    @Test
    void theEleventhReportOfATokenIsOneTooMany() {
        IntStream.range(0, 10).forEach(i -> report(Phone.create(), "Fault " + i).statusCode(201));

        report(Phone.create(), "Fault 10").statusCode(429);
    }

    @Test
    void theSixtyFirstViewOfAMinuteIsOneTooMany() {
        var views = IntStream.range(0, 61)
                .mapToObj(i -> phone.request().get(API + code))
                .map(Response::statusCode)
                .toList();

        assertThat(views.subList(0, 60)).containsOnly(200);
        assertThat(views.get(60)).isEqualTo(429);
        Phone.create().request().get(API + code).then().statusCode(200);
    }

    @Test
    void largeBodiesAndWrongReportsAreRefused() throws IOException {
        var faults = API + code + "/faults";

        assertThat(phone.send(faults, Map.of("title", "X"), "no picture".getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 415 ");
        assertThat(phone.send(faults, Map.of("title", "X"), new byte[5 * 1024 * 1024 + 1]))
                .startsWith("HTTP/1.1 413 ");
        phone.request()
                .multiPart("title", "In chunks")
                .multiPart("photo", "leak.jpg", new byte[9], "image/jpeg")
                .post(faults)
                .then()
                .statusCode(411);
        report(phone, "").statusCode(422);
        phone.request()
                .contentType(ContentType.JSON)
                .body("{\"title\":\"X\",\"equipment_id\":\"eq_1\"}")
                .post(API + code + "/faults")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown_field"));
    }
}
