package org.quartermaster.procurement.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.CommandDatabases;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** The 31 base tables. */
@ProcurementTest
class CoverageTest {
    private static final String PATH = "/api/v1/admin/coverage";

    private static String run(int code) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        assertThat(new CoverageCommand().run(new CommandDatabases(), List.of(), new PrintStream(out)))
                .as(out.toString())
                .isEqualTo(code);
        return out.toString();
    }

    @Test
    void allAreAsTheServiceNeedsThemAndNothingIsLeftBehind() throws SQLException, IOException {
        assertThat(run(0)).contains("ok     tenders").endsWith("31/31\n");

        try (var system = ProcurementDatabase.system()) {
            assertThat(Sql.query(
                            system,
                            "select 1 from procurement.organizations where tenant_id = 'coverage_check'",
                            row -> 1))
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrongWithATableIsNamed() throws SQLException, IOException {
        try (var owner = ProcurementDatabase.as("procurement_owner")) {
            Sql.update(owner, "alter table procurement.query_history no force row level security");
            Sql.update(owner, "drop index procurement.query_history_of_user_idx");
            try {
                assertThat(run(1))
                        .contains("wrong  query_history: no index for query_history_user_fk;"
                                + " row-level security is not on and forced")
                        .endsWith("30/31\n");
            } finally {
                Sql.update(owner, "alter table procurement.query_history force row level security");
                Sql.update(owner, "create index query_history_of_user_idx on procurement.query_history (user_id)");
            }
        }
    }

    @Test
    void theOperatorSeesTheSame() {
        TestOrganization.operator()
                .as("admin")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(31))
                .body("items.problems", everyItem(empty()));
        TestOrganization.create().as("admin").get(PATH).then().statusCode(403);
    }
}
