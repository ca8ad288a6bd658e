package org.quartermaster.procurement.search;

import static org.quartermaster.platform.testing.Eventually.await;

import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.TestOrganization;

/** What a search asks is prepared once and not each time. */
@ProcurementTest
class StatementCacheTest {
    private static final String LONG_ONES =
            "select count(*) from pg_prepared_statements where length(statement) > 2048";

    @Inject
    Pool pool;

    private long kept() throws Exception {
        var rows = pool.query(LONG_ONES)
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return rows.iterator().next().getLong(0);
    }

    @Test
    void theStatementOfASearchByManyFiltersIsKept() {
        var organization = TestOrganization.create();

        // NB: each look may get another connection of the pool.
        await("a connection that has kept it").until(() -> {
            organization
                    .as("viewer")
                    .get("/api/v1/tenders?status=open&buyer=x&cpv=45&currency=EUR&min_value=1&max_value=2")
                    .then()
                    .statusCode(200);
            return kept() > 0;
        });
    }
}
