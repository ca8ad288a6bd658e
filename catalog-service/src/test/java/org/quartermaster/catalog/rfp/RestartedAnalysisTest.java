package org.quartermaster.catalog.rfp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.catalog.CatalogTest;
import org.quartermaster.catalog.Shop;
import org.quartermaster.catalog.TestProducts;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.testing.TestTenant;

/** A worker that dies in the middle of an analysis leaves it to the next one, which ends it. */
@CatalogTest
class RestartedAnalysisTest {
    private static final String TEXT = """
            1. Safety helmet white - 3 pcs
            2. Duct tape - 4 rolls
            3. Ear muffs
            """;
    private static final String JOB = """
            insert into platform.job (tenant_id, job_id, kind, parameters, created_by, roles, language, received_at, state,
              attempt, lease_until)
            values (:t, 'job_of_' || :t, 'rfp.analysis', '{"rfp_id": %s}', 'somebody', '{operator}', 'en', now(), 'running',
              1, now() - interval '1 second')
            """;

    private final TestTenant tenant = TestTenant.create();

    private void run(String sql) throws SQLException {
        try (var database = LocalServers.adminConnection("catalog");
                var statement = database.createStatement()) {
            statement.execute(sql.replace(":t", "'" + tenant.id() + "'"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from catalog.rfpline where tenant_id = :t",
                "delete from catalog.rfplinematch where tenant_id = :t;"
                        + " update catalog.rfpline set status = 'extracted', product_id = null where tenant_id = :t"
            })
    void theNextWorkerEndsItWithEachLineOnce(String beforeItsDeath) throws SQLException {
        TestProducts.add(tenant.id(), "HE-1", "Safety helmet white", "");
        var path = TestRfp.analyzed(tenant, TEXT);

        run(beforeItsDeath);
        run("update catalog.rfpdocument set analysis_status = 'analyzing', state = 'received' where tenant_id = :t");
        run(JOB.formatted(path.substring(path.lastIndexOf('/') + 1)));

        TestRfp.ended(tenant, path).body("analysis_status", is("analyzed")).body("state", is("matched"));
        TestRfp.get(tenant, path + "/lines")
                .body("items.line_no", contains(1, 2, 3))
                .body("items.status", contains("auto", "no_match", "no_match"));
        TestRfp.get(tenant, path + "/lines/1/matches")
                .body("items", hasSize(1))
                .body("items.sku", everyItem(is("HE-1")));
        assertThat(new Shop(tenant).events("rfp.analyzed")).isEqualTo(2);
    }
}
