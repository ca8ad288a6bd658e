package org.quartermaster.procurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.quartermaster.procurement.OcdsFile.packageOf;
import static org.quartermaster.procurement.OcdsFile.value;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What is held against OCDS, or compiled, without being stored. */
@ProcurementTest
class ExchangeResourceTest {
    private static final String TENDER =
            "{\"id\": \"t\", \"title\": \"%s\", \"value\": {\"amount\": 1.50, \"currency\": \"EUR\"}}";

    private final TestOrganization organization = TestOrganization.create();
    private final OcdsFile file = OcdsFile.create();
    private final String first = file.release("1", "r1", "2026-03-01T10:00:00Z", TENDER.formatted("Gloves"));
    private final String second =
            file.release("1", "r2", "2026-03-02T10:00:00Z", "{\"id\": \"t\", \"title\": \"Mittens\"}");

    private ValidatableResponse post(String path, String document) {
        return organization.post("viewer", "/api/v1/ocds/" + path, document);
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(value("select count(*) from procurement.ocds_releases where ocid = ?", file.ocid("1")))
                .isEqualTo("0");
    }

    @Test
    void aDocumentWithoutFaultIsValid() {
        post("validate", packageOf(first, second))
                .statusCode(200)
                .body("valid", is(true))
                .body("issues", empty());
    }

    @Test
    void eachFaultHasItsPlaceAndSaysWhatIsAllowed() {
        post("validate", packageOf(first, second.replace("\"Mittens\"", "17")))
                .statusCode(200)
                .body("valid", is(false))
                .body("issues.pointer", contains("/tender/title"))
                .body("issues[0].position", is(1))
                .body("issues[0].ocid", equalTo(file.ocid("1")))
                .body("issues[0].release_id", equalTo("r2"))
                .body("issues[0].severity", equalTo("error"));
    }

    @Test
    void releasesAreCompiledAndTheirNumbersKeepTheirDigits() {
        var compiled = post("compile", packageOf(second, first)).statusCode(200);

        compiled.body("compiled", hasSize(1))
                .body("compiled[0].tag", contains("compiled"))
                .body("compiled[0].id", equalTo(file.ocid("1") + "-2026-03-02T10:00:00Z"))
                .body("compiled[0].tender.title", equalTo("Mittens"))
                .body("versioned", nullValue())
                .body(containsString("\"amount\":1.50,"));
    }

    @Test
    void theVersionedFormShowsWhatWasBefore() {
        post("compile?versioned=true", packageOf(first, second))
                .statusCode(200)
                .body("versioned[0].tender.title.value", contains("Gloves", "Mittens"))
                .body("versioned[0].tender.title.releaseID", contains("r1", "r2"));
    }

    @Test
    void whatStopsAReleaseIsToldWithTheResult() {
        var broken = file.release("1", "r2", "2026-03-02T10:00:00Z", "{\"id\": \"t\", \"value\": 5}");

        post("compile", packageOf(first, broken))
                .statusCode(200)
                .body("compiled[0].tender.value.amount", equalTo(1.5f))
                .body("issues.code", hasItem("inconsistent_type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "compile"})
    void whatIsTooLongForAnAnswerIsForAnImport(String path) {
        post(path, packageOf(first).replace("Gloves", "G".repeat(11 << 20))).statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "compile"})
    void whatIsNoDocumentHasFaultsAndDoesNotFail(String path) {
        post(path, "{\"ocid\": ").statusCode(200).body("issues.severity", hasItem("error"));
    }
}
