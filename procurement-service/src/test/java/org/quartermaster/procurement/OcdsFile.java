package org.quartermaster.procurement;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.quartermaster.platform.testing.TestIssuer;

/** OCDS files of a test, whose ocids nobody else uses, and their import by the data admin of the operator. */
public record OcdsFile(String mark, String source) {
    public static OcdsFile create() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        return new OcdsFile(mark, "test-" + mark);
    }

    public String ocid(String end) {
        return "ocds-" + mark + "-" + end;
    }

    /** A release of a tender of one buyer. */
    public String release(String end, String id, String date, String tender) {
        return """
                {"ocid": "%s", "id": "%s", "date": "%s", "tag": ["tender"], "initiationType": "tender", "language": "mk",
                 "buyer": {"id": "MK-EMBS-1", "name": "Општина Битола"}, "tender": %s}
                """.formatted(ocid(end), id, date, tender).replace("\n", " ");
    }

    public static String packageOf(String... releases) {
        return """
                {"uri": "https://example.org/p", "version": "1.1", "publishedDate": "2026-03-01T00:00:00Z",
                 "publisher": {"name": "Test"}, "releases": [%s]}
                """.formatted(String.join(",", releases));
    }

    public static String token() {
        var operator = TestOrganization.operator();
        return TestIssuer.shared().tokenOf(operator.user("data-admin").toString(), operator.tenant(), "data-admin");
    }

    /** Sends a file; the id of its job. */
    public String send(String file, String parameters) {
        return given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(file)
                .post("/api/v1/ocds/imports?source=" + source + parameters)
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    /** The import when it has ended. */
    public JsonPath ended(String job) {
        await("the end of import " + job).atMost(Duration.ofSeconds(60)).until(() -> !java.util.List.of(
                        "queued", "running")
                .contains(given().auth()
                        .oauth2(token())
                        .get("/api/v1/jobs/" + job)
                        .path("state")));
        return given().auth().oauth2(token()).get("/api/v1/ocds/imports/" + job).jsonPath();
    }

    public JsonPath load(String file) {
        return ended(send(file, ""));
    }

    /** One value that a query gives. */
    public static String value(String sql, Object... parameters) {
        try (var connection = ProcurementDatabase.system();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
