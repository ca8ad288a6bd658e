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

    /** Lines of a request that the article was found for. */
    void request(long product, int lines) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            session.run("""
                    with r as (insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type)
                      values ('%1$s', 'rfp.txt', 'rfp/1', 'text/plain') returning id)
                    insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status, product_id)
                    select '%1$s', id, n, 'thing', 'thing', 'auto', %2$d from r, generate_series(1, %3$d) n
                    """.formatted(tenant.id(), product, lines));
        }
    }
}
