package org.quartermaster.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.TestTenant;

/** Two prices, or two rates of tax, never hold at the same time for the same case; and none is ever changed. */
@CatalogTest
class PriceRowsTest {
    private final String tenant = TestTenant.create().id();
    private CatalogSession session;

    @BeforeEach
    void makeAProduct() throws SQLException {
        session = CatalogSession.in(tenant);
        session.run(
                "insert into catalog.product (tenant_id, sku, name, slug, base_uom) values ('%s', 'A', 'A', 'a', 'MTR')"
                        .formatted(tenant));
    }

    @AfterEach
    void leave() throws SQLException {
        session.close();
    }

    private void price(String from, String to, int minimum) throws SQLException {
        session.run("""
                insert into catalog.productpricing (tenant_id, product_id, amount, effective_from, effective_to,
                  minimum_quantity) select tenant_id, id, 10, '%s', %s, %d from catalog.product
                """.formatted(from, to, minimum));
    }

    @Test
    void twoPricesOfOneCaseDoNotOverlap() throws SQLException {
        price("2026-01-01", "'2026-02-01'", 1);

        assertThatThrownBy(() -> price("2026-01-31", "null", 1))
                .hasMessageContaining("productpricing_overlap_excluded");
        price("2026-02-01", "null", 1);
        price("2026-01-01", "null", 10);
        assertThat(session.value("select count(*) from catalog.productpricing")).isEqualTo("3");
    }

    @Test
    void aSupersededPriceMakesRoom() throws SQLException {
        price("2026-01-01", "null", 1);

        session.run("update catalog.productpricing set superseded_at = now()");
        price("2026-01-01", "null", 1);

        assertThat(session.value("select count(*) from catalog.productpricing")).isEqualTo("2");
    }

    @Test
    void aPriceIsNeitherChangedNorTakenAway() throws SQLException {
        price("2026-01-01", "null", 1);

        assertThatThrownBy(() -> session.run("update catalog.productpricing set amount = 9"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> session.run("delete from catalog.productpricing"))
                .hasMessageContaining("permission denied");
        try (var system = CatalogSession.as("catalog_system")) {
            assertThatThrownBy(() -> system.run(
                            "update catalog.productpricing set amount = 9 where tenant_id = '%s'".formatted(tenant)))
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void aSupersededPriceStaysSo() throws SQLException {
        price("2026-01-01", "null", 1);
        session.run("update catalog.productpricing set superseded_at = now()");

        assertThatThrownBy(() -> session.run("update catalog.productpricing set superseded_at = null"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aPriceIsOfTheUnitOfItsProductWhereItNamesNone() throws SQLException {
        price("2026-01-01", "null", 1);

        assertThat(session.value("select uom from catalog.productpricing")).isEqualTo("MTR");
    }

    @Test
    void aCostHasNoScope() throws SQLException {
        session.run(
                "insert into catalog.customergroup (tenant_id, code, name) values ('%s', 'G', 'G')".formatted(tenant));

        assertThatThrownBy(() -> session.run("""
                        insert into catalog.productpricing (tenant_id, product_id, price_kind, amount, customer_group_id)
                        select p.tenant_id, p.id, 'cost', 7, g.id from catalog.product p, catalog.customergroup g
                        """)).hasMessageContaining("productpricing_cost_scope_check");
    }

    @Test
    void twoRatesOfATaxClassDoNotOverlap() throws SQLException {
        var rate =
                "insert into catalog.taxrate (tenant_id, tax_class, rate, valid) values ('%s', 'standard', 0.15, '%s')";
        session.run(rate.formatted(tenant, "[2026-01-01,2026-07-01)"));

        assertThatThrownBy(() -> session.run(rate.formatted(tenant, "[2026-06-30,)")))
                .hasMessageContaining("taxrate_overlap_excluded");
        session.run(rate.formatted(tenant, "[2026-07-01,)"));
    }
}
