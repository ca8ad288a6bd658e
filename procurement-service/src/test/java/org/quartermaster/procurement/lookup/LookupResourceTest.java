package org.quartermaster.procurement.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;
import org.quartermaster.procurement.TestTender;
import org.quartermaster.procurement.cpv.CpvImport;

/** One tender as a caller sees it. */
@ProcurementTest
class LookupResourceTest {
    private static final String PATH = "/api/v1/tenders/";

    private final TestOrganization organization = TestOrganization.create();
    private final String source = TestTender.newSource();

    private ValidatableResponse get(String path) {
        return organization.as("viewer").get(PATH + path).then();
    }

    @Test
    void aTenderShowsItsPartsAndHasATag() {
        var id = TestTender.of(source, "Road").value("10.50", "EUR").insert();

        var tag = get(id).statusCode(200)
                .body("title", equalTo("Road"))
                .body("estimated_value_eur", is(10.5f))
                .body("lots", empty())
                .body("warnings", empty())
                .body("quotations", empty())
                .body("documents", nullValue())
                .extract()
                .header("ETag");
        get(id + "?expand=documents").body("documents", empty());
        organization
                .as("viewer")
                .header("If-None-Match", tag)
                .get(PATH + id)
                .then()
                .statusCode(304);
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatWasDeletedIsGone() {
        var deleted = TestTender.of(source, "Old");
        deleted.deleted = Instant.now();
        deleted.insert();

        get(Ids.next("none")).statusCode(404);
        get("x".repeat(101)).statusCode(404);
        organization
                .as("viewer")
                .urlEncodingEnabled(false)
                .get(PATH + "a%2Fb")
                .then()
                .statusCode(400);
        get(deleted.id).statusCode(410);
        get(deleted.id + "?include_deleted=true").statusCode(403);
        get(deleted.id + "?colour=red").statusCode(400);
        organization
                .as("manager")
                .get(PATH + deleted.id + "?include_deleted=true")
                .then()
                .statusCode(200);
    }

    @Test
    void theTracesAreThoseOfTheCallersOwnOrganization() {
        var id = TestTender.of(source, "Road").insert();
        quoted(organization.tenant(), id, "Q-1");
        quoted(TestOrganization.create().tenant(), id, "Q-2");

        get(id).body("quotations.quotation_number", contains("Q-1"))
                .body("quotations[0].lines_matched", is(2))
                .body("quotations[0].total_amount", is(12.5f));
    }

    private static void quoted(String tenant, String tender, String number) {
        TestTender.run(connection -> Sql.update(connection, """
                insert into procurement.analysis_history (tenant_id, tender_id, analysis_type, results)
                values (?, ?, 'quotation_drafted', cast(? as jsonb))
                """, tenant, tender, """
                {"quotation_number": "%s", "total_amount": 12.50, "currency": "EUR", "lines_matched": 2, "lines_total": 3}
                """.formatted(number)));
    }

    @Test
    void codesInDocumentsAreSuggestedUnlessTheTenderHasThem() throws Exception {
        try (var connection = ProcurementDatabase.system()) {
            CpvImport.run(connection, CpvImport.bundled(), "en", error -> {});
        }
        var id = TestTender.of(source, "Clothes").cpv("18100000").insert();
        TestTender.run(connection -> Sql.update(connection, """
                insert into procurement.tender_documents (doc_id, tender_id, extraction_status, found_cpv)
                values (?, ?, 'success', '{18141000-9,18100000-0,99999999-9}')
                """, UUID.randomUUID(), id));

        get(id).body("suggested_cpv.cpv_code", contains("18141000-9"));
    }

    @Test
    void similarTendersAreToldWithTheReasons() {
        var buyer = TestTender.entity("Town " + Ids.uuid());
        var word = "zz" + Ids.uuid().toString().substring(0, 8);
        var asked = TestTender.of(source, "Repair of " + word).cpv("45233120");
        asked.buyerId = buyer;
        asked.insert();
        var like = TestTender.of(source, "New " + word).cpv("45233140");
        like.buyerId = buyer;
        like.insert();
        TestTender.of(source, "Apples").cpv("03222321").insert();

        get(asked.id + "/similar?limit=1")
                .statusCode(200)
                .body("items.tender_id", contains(like.id))
                .body("items[0].reasons.reason", hasItem("cpv"))
                .body("items[0].reasons.reason", hasItem("buyer"))
                .body("items[0].reasons.find { it.reason == 'title' }.value", equalTo(word));
        get(asked.id + "/similar?limit=21").statusCode(422);
        get("none/similar").statusCode(404);
    }

    @Test
    void onePageCostsAFixedNumberOfStatements() throws SQLException {
        var id = TestTender.of(source, "Road").insert();
        var statements = new Statements("procurement");

        var few = statements.countDuring(() -> get(id).statusCode(200));
        for (var n = 0; n < 10; n++) {
            quoted(organization.tenant(), id, "Q" + n);
        }

        assertThat(statements.countDuring(() -> get(id).statusCode(200))).isEqualTo(few);
    }
}
