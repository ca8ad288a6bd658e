package org.quartermaster.procurement.cpv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** The list of codes that comes with the service, and imports into it. */
@ProcurementTest
class CpvResourceTest {
    private static final String PATH = "/api/v1/cpv";

    private final TestOrganization organization = TestOrganization.create();
    private final TestOrganization operator = TestOrganization.operator();

    @BeforeEach
    void load() throws IOException, SQLException {
        var errors = new ArrayList<JobError>();
        try (var connection = ProcurementDatabase.system()) {
            CpvImport.run(connection, CpvImport.bundled(), "en", errors::add);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void aCodeHasItsPlaceInTheTree() {
        organization
                .as("viewer")
                .get(PATH + "/18100000")
                .then()
                .statusCode(200)
                .body("code", equalTo("18100000-0"))
                .body("level", is(2))
                .body("prefix", equalTo("181"))
                .body("parent", equalTo("18000000-9"))
                .body("labels.en", equalTo("Occupational clothing, special workwear and accessories"));
    }

    @Test
    void theParentIsTheNearestCodeThatIsListed() {
        organization.as("viewer").get(PATH + "/18141000-9").then().body("parent", equalTo("18100000-0"));
        organization.as("viewer").get(PATH + "/181/children").then().body("items.code", hasItem("18141000-9"));
        organization.as("viewer").get(PATH + "/18/subtree").then().body("items.code", hasItem("18141000-9"));
        organization.as("viewer").get(PATH + "?q=work gloves").then().body("items.code", contains("18141000-9"));
    }

    @Test
    void aCodeThatIsNotListedIsNotFound() {
        organization.as("viewer").get(PATH + "/99999999").then().statusCode(404);
        organization.as("viewer").get(PATH + "/abc").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "18141000-9, valid, 18141000-9",
        "18141000, valid, 18141000-9",
        "1814100, valid, 18141000-9",
        "18141000-2, check_digit_mismatch, 18141000-9",
        "99999999, unknown,",
        "9, malformed,",
        "abc, malformed,",
    })
    void theListDecidesWhatACodeIs(String input, String status, String code) {
        organization
                .post("viewer", PATH + "/validate", "{\"codes\": [\"" + input + "\"]}")
                .statusCode(200)
                .body("items[0].input", equalTo(input))
                .body("items[0].status", equalTo(status))
                .body("items[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "4521, 200,",
        "45210000, 200,",
        "45210000-2, 200,",
        "45210000-9, 200, check_digit_mismatch",
        "99, 200, unknown",
        "9, 422,",
        "abc, 422,",
        "45210000-22, 422,",
    })
    void aFilterTakesAnyWellFormedCodeAndWarnsWhereTheListDiffers(String code, int status, String warning) {
        var filtered = organization
                .as("viewer")
                .get("/api/v1/tenders?cpv=" + code)
                .then()
                .statusCode(status);
        var criteria = organization
                .post("viewer", "/api/v1/tenders/search", "{\"criteria\": {\"cpv\": {\"any\": [\"" + code + "\"]}}}")
                .statusCode(status);

        var warnings = warning == null ? List.of() : List.of(warning);
        if (status == 200) {
            filtered.body("warnings.code", equalTo(warnings));
            criteria.body("warnings.code", equalTo(warnings));
        } else {
            filtered.body("errors.field", contains("cpv"));
            criteria.body("errors.field", contains("criteria.cpv.any[0]"));
        }
    }

    @Test
    void anImportAddsAndChangesAndReportsWrongRowsByLine() {
        var file = "code;mk;en\n99110000-1;Проба;Trial\nnonsense;x;y\n18141000-9;Работни ракавици;Work gloves\n"
                + "18141000-3;x;Other digit\n";

        var job = imported(file);

        assertThat(job.getString("state")).isEqualTo("succeeded");
        assertThat(job.getInt("result.rows")).isEqualTo(4);
        assertThat(job.getInt("result.rejected")).isEqualTo(2);
        assertThat(job.getList("errors.line", Integer.class)).containsExactly(3, 5);
        organization
                .as("viewer")
                .get(PATH + "/18141000?lang=mk")
                .then()
                .body("description", equalTo("Работни ракавици"));
        assertThat(imported(file).getInt("result.added")).isZero();
    }

    @Test
    void onlyADataAdminImports() {
        organization
                .as("admin")
                .contentType("text/csv")
                .body("code;description")
                .post(PATH + "/import")
                .then()
                .statusCode(403);
    }

    private JsonPath imported(String file) {
        var location = operator.as("data-admin")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/import?lang=en")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await("the import")
                .until(
                        () -> operator.as("data-admin").get(location).jsonPath(),
                        job -> job.getString("finished_at") != null);
    }
}
