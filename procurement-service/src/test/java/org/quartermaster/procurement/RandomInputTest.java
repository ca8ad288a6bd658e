package org.quartermaster.procurement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever bytes come in, none makes a search or an import fail. */
@ProcurementTest
class RandomInputTest {
    private final TestOrganization organization = TestOrganization.create();
    private final RandomBytes bytes = new RandomBytes();

    @Test
    void noTextMakesASearchFail() {
        bytes.send(300, "school \"road works\" -bridge OR =it* ракавици", sent -> organization
                .as("viewer")
                .queryParam("q", new String(sent, StandardCharsets.UTF_8))
                .get("/api/v1/tenders"));
    }

    @Test
    void noBodyMakesASearchFail() {
        var good = """
                {"criteria": {"keywords": {"any": ["road"]}, "cpv": {"any": ["45"]}, "value": {"min": 1,
                 "currency": "EUR"}, "closing": {"min_days_left": 3}}, "sort": "title", "limit": 5}
                """;
        bytes.send(300, good, sent -> organization
                .as("viewer")
                .contentType(ContentType.JSON)
                .body(sent)
                .post("/api/v1/tenders/search"));
    }

    @Test
    void noFileMakesAnImportFailButByItsOwnFault() {
        var file = OcdsFile.create();
        var good = OcdsFile.packageOf(
                file.release("1", "r1", "2026-03-01T10:00:00Z", "{\"title\": \"One\", \"value\": {\"amount\": 1}}"),
                file.release("2", "r2", "2026-03-02", "{\"title\": \"Two\", \"items\": [{\"id\": \"1\"}]}"));
        bytes.send(25, good, sent -> load(file, sent));
    }

    private static Response load(OcdsFile file, byte[] sent) {
        var answer = given().auth()
                .oauth2(OcdsFile.token())
                .contentType(ContentType.JSON)
                .body(sent)
                .post("/api/v1/ocds/imports?source=" + file.source());
        if (answer.statusCode() == 202) {
            assertThat(file.ended(answer.path("job_id")).getString("error_code"))
                    .isIn(null, "not_ocds");
        }
        return answer;
    }
}
