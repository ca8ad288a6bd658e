package org.quartermaster.catalog.rfpanalysis;

import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.platform.testing.TestTenant;

/** A request whose job is gone does not stay in analysis for ever. */
@CatalogTest
class LostAnalysesTest {
    private final TestTenant tenant = TestTenant.create();

    @Inject
    LostAnalyses lost;

    private String request(String age) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return "/api/v1/rfps/" + session.value("""
                    insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type, analysis_status,
                      updated_at)
                    values ('%s', 'request', 'rfp/x', 'text/plain', 'analyzing', now() - interval '%s') returning id
                    """.formatted(tenant.id(), age));
        }
    }

    @Test
    void itFailsAndSaysSo() throws SQLException {
        var old = request("5 minutes");
        var young = request("5 seconds");

        lost.fail();

        tenant.as("viewer")
                .get(old)
                .then()
                .body("analysis_status", is("failed"))
                .body("failure_code", is("rfp.interrupted"));
        tenant.as("viewer").get(young).then().body("analysis_status", is("analyzing"));
    }

    @Test
    void oneThatFailedMayBeAnalyzedAgain() throws SQLException {
        var path = request("5 minutes");
        lost.fail();

        tenant.as("operator").post(path + "/analyze").then().statusCode(200).body("analysis_status", is("pending"));
    }
}
