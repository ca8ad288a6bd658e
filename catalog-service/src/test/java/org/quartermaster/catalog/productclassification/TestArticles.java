package org.quartermaster.catalog.productclassification;

import java.sql.SQLException;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.platform.testing.TestTenant;

/** Articles of a tenant. */
record TestArticles(TestTenant tenant) {
    long add(String name) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return Long.parseLong(session.value("""
                    insert into catalog.product (tenant_id, sku, name, slug, base_price)
                    select '%1$s', 'S' || n, '%2$s', 's' || n, 10
                    from (select count(*) as n from catalog.product) c returning id
                    """.formatted(tenant.id(), name)));
        }
    }

    void stock(long product, int pieces) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run("""
                    with w as (insert into catalog.warehouse (tenant_id, code, name) values ('%1$s', 'W', 'Yard')
                      returning id)
                    insert into catalog.productinventory (tenant_id, product_id, warehouse_id, quantity_on_hand)
                    select '%1$s', %2$d, id, %3$d from w
                    """.formatted(tenant.id(), product, pieces));
        }
    }
}
