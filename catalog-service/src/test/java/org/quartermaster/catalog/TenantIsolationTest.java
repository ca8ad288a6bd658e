package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.platform.testing.TenancyContract;

/** The walls between tenants of this service, and between tenants and what all of them read. */
@CatalogTest
class TenantIsolationTest extends TenancyContract {
    private static final List<String> LOG =
            List.of("catalog.stockmovement", "catalog.activitylog", "catalog.activitychain");

    /** Tables without a tenant, and whether the role that serves requests may write them. */
    private static final String GLOBAL = """
            select string_agg(c.relname, ',' order by c.relname) from pg_class c
            where c.relnamespace = 'catalog'::regnamespace and c.relkind = 'r' and not c.relispartition
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
              and (has_table_privilege('catalog_app', c.oid, 'insert, update, delete, truncate')
                or not has_table_privilege('catalog_app', c.oid, 'select'))
            """;

    TenantIsolationTest() {
        super("catalog", List.of("catalog.stockmovement", "catalog.activitylog", "platform.outbox"), List.of());
    }

    /** A row in every table; the one that is named is referenced by none. */
    @Override
    protected String insert(String tenant) throws SQLException {
        TestRows.of(tenant);
        return "catalog.tendersubscription";
    }

    @Test
    void whatIsGlobalIsReadByAllAndWrittenByNoRequest() throws SQLException {
        try (var owner = CatalogSession.as("catalog_owner")) {
            assertThat(owner.value(GLOBAL)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog_app", "catalog_system", "catalog_owner"})
    void logChainAndMovementsAreOnlyAdded(String role) throws SQLException {
        try (var session = CatalogSession.as(role)) {
            for (var table : LOG) {
                for (var change : List.of("delete from %s", "update %s set created_at = now()", "truncate %s")) {
                    assertThatThrownBy(() -> session.run(change.formatted(table)))
                            .as(change, table)
                            .hasMessageMatching("(?s).*(are only added|permission denied).*");
                }
            }
        }
    }
}
