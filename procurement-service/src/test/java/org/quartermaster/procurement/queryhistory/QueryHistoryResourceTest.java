package org.quartermaster.procurement.queryhistory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** One's own questions and analyses. */
@ProcurementTest
class QueryHistoryResourceTest {
    private static final String QUERIES = "/api/v1/history/queries";
    private static final String ANALYSES = "/api/v1/history/analyses";

    private final TestOrganization organization = TestOrganization.create();

    private UUID asked(String role, String question, String at) throws SQLException {
        try (var system = ProcurementDatabase.system()) {
            return Sql.query(
                            system,
                            """
                            insert into procurement.query_history
                              (tenant_id, user_id, question, answer, sources, confidence, query_time_ms, created_at)
                            values (?, ?, ?, 'Yes. [1]', '[{"n": 1}]', 0.75, 12, ?::timestamptz) returning query_id
                            """,
                            row -> row.getObject(1, UUID.class),
                            organization.tenant(),
                            organization.user(role),
                            question,
                            at)
                    .get(0);
        }
    }

    @Test
    void questionsAreListedReadAgainAndForgotten() throws SQLException {
        var first = asked("viewer", "First?", "2026-01-01T00:00:00Z");
        asked("viewer", "Second?", "2026-02-01T00:00:00Z");

        organization
                .as("viewer")
                .get(QUERIES)
                .then()
                .statusCode(200)
                .body("items.question", contains("Second?", "First?"));
        organization
                .as("viewer")
                .queryParam("to", "2026-02-01")
                .get(QUERIES)
                .then()
                .body("items.question", contains("First?"));
        organization
                .as("viewer")
                .get(QUERIES + "/" + first)
                .then()
                .statusCode(200)
                .body("answer", equalTo("Yes. [1]"))
                .body("sources[0].n", equalTo(1))
                .body("confidence", equalTo(0.75f));
        organization.as("viewer").delete(QUERIES + "/" + first).then().statusCode(204);
        organization.as("viewer").get(QUERIES + "/" + first).then().statusCode(404);
    }

    @Test
    void thoseOfATimeAreForgottenAtOnce() throws SQLException {
        asked("viewer", "Old?", "2026-01-01T00:00:00Z");
        asked("viewer", "New?", "2026-02-01T00:00:00Z");

        organization
                .as("viewer")
                .queryParam("to", "2026-01-15")
                .delete(QUERIES)
                .then()
                .statusCode(204);

        organization.as("viewer").get(QUERIES).then().body("items.question", contains("New?"));
    }

    @Test
    void nobodyReadsOrForgetsThoseOfAColleague() throws SQLException {
        var hers = asked("manager", "Hers?", "2026-01-01T00:00:00Z");

        organization.as("admin").get(QUERIES).then().body("items.size()", equalTo(0));
        organization.as("admin").get(QUERIES + "/" + hers).then().statusCode(404);
        organization.as("admin").delete(QUERIES + "/" + hers).then().statusCode(404);
        organization.as("admin").delete(QUERIES).then().statusCode(204);
        organization.as("manager").get(QUERIES).then().body("items.size()", equalTo(1));
    }

    @Test
    void analysesAreOnesOwnAndTheOrganizations() throws SQLException {
        UUID mine;
        try (var system = ProcurementDatabase.system()) {
            mine = Sql.query(
                            system,
                            """
                            insert into procurement.analysis_history (tenant_id, user_id, analysis_type, results)
                            values (?, ?, 'comparison', '{"a": 1}'), (?, null, 'quotation_drafted', '{}')
                            returning analysis_id
                            """,
                            row -> row.getObject(1, UUID.class),
                            organization.tenant(),
                            organization.user("viewer"),
                            organization.tenant())
                    .get(0);
        }

        organization.as("viewer").get(ANALYSES).then().statusCode(200).body("items.size()", equalTo(2));
        organization
                .as("viewer")
                .get(ANALYSES + "/" + mine)
                .then()
                .statusCode(200)
                .body("results.a", equalTo(1));
        organization.as("manager").get(ANALYSES + "/" + mine).then().statusCode(404);
        organization.as("manager").get(ANALYSES).then().body("items.analysis_type", contains("quotation_drafted"));
        TestOrganization.create().as("viewer").get(ANALYSES).then().body("items.size()", equalTo(0));
    }
}
