package org.quartermaster.catalog;

import java.sql.SQLException;

/** One row of a tenant in each table that another row may point to, or that points to one. */
public final class TestRows {
    private static final String ROWS = """
            insert into catalog.category (tenant_id, name, slug) values (:t, 'Tools', 'tools');
            insert into catalog.brand (tenant_id, name, slug) values (:t, 'Acme', 'acme');
            insert into catalog.supplier (tenant_id, code, name) values (:t, 'S1', 'Supplier');
            insert into catalog.customergroup (tenant_id, code, name) values (:t, 'G1', 'Group');
            insert into catalog.customer (tenant_id, code, name, email) values (:t, 'C1', 'Ann', 'ann@example.org');
            insert into catalog.customeraddress (tenant_id, customer_id, lines)
              select tenant_id, id, 'Quay 1' from catalog.customer;
            insert into catalog.product (tenant_id, sku, name, slug, folded_name)
              values (:t, 'GL-400', 'Glove', 'glove', 'glove');
            insert into catalog.productpack (tenant_id, product_id, code, factor)
              select tenant_id, id, 'BX', 50 from catalog.product;
            insert into catalog.productfieldsource (tenant_id, product_id, field, priority, observed_at, is_chosen)
              select tenant_id, id, 'name', 100, now(), true from catalog.product;
            insert into catalog.productspecification (tenant_id, product_id, spec_name, spec_value, source)
              select tenant_id, id, 'Weight', '40 g', 'manual' from catalog.product;
            insert into catalog.productcertification (tenant_id, product_id, standard_text, source)
              select tenant_id, id, 'EN 388', 'manual' from catalog.product;
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence)
              select tenant_id, id, '99000000', 0.9 from catalog.product;
            insert into catalog.classificationfeedback (tenant_id, product_id, folded, code, verdict)
              select tenant_id, id, 'glove', '99000000', 'confirmed' from catalog.product;
            insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, risk_level)
              values (:t, 'try_on', 'Trying on', 'low');
            insert into catalog.toolriskclassification (tenant_id, tool_name, category) values (:t, 'Awl', 'hand tools');
            insert into catalog.pricelist (tenant_id, code, name, currency) values (:t, 'L1', 'List', 'USD');
            insert into catalog.productpricing (tenant_id, product_id, amount)
              select tenant_id, id, 10 from catalog.product;
            insert into catalog.basepricedue (tenant_id, product_id, due_at)
              select tenant_id, id, now() + interval '1 year' from catalog.product;
            insert into catalog.warehouse (tenant_id, code, name) values (:t, 'W1', 'Yard');
            insert into catalog.productinventory (tenant_id, product_id, warehouse_id, quantity_on_hand)
              select p.tenant_id, p.id, w.id, 5 from catalog.product p, catalog.warehouse w;
            insert into catalog.stockmovement (tenant_id, product_id, warehouse_id, kind, delta_on_hand, delta_reserved,
                on_hand_after, reserved_after, actor)
              select p.tenant_id, p.id, w.id, 'receipt', 5, 0, 5, 0, 'test' from catalog.product p, catalog.warehouse w;
            insert into catalog.storedfile (tenant_id, sha256, media_type, size_bytes, content)
              values (:t, sha256('a'), 'text/plain', 1, 'a');
            insert into catalog.rfpdocument (tenant_id, document_name, document_path, file_type)
              values (:t, 'rfp.txt', 'rfp/1', 'text/plain');
            insert into catalog.rfpline (tenant_id, rfp_id, line_no, raw_text, description, status)
              select tenant_id, id, 1, 'glove', 'glove', 'confirmed' from catalog.rfpdocument;
            insert into catalog.rfplinematch (tenant_id, line_id, rank, product_id, score, confidence, model_version)
              select l.tenant_id, l.id, 1, p.id, 1, 1, 'm1' from catalog.rfpline l, catalog.product p;
            insert into catalog.matchfeedback (tenant_id, folded_text, product_id, verdict)
              select tenant_id, 'glove', id, 'confirmed' from catalog.product;
            insert into catalog.quotation (tenant_id, quotation_number, client_name, project_title, currency,
              valid_until, priced_at) values (:t, 'Q-1', 'Ann', 'Yard', 'USD', now() + interval '1 day', now());
            insert into catalog.quotationitem (tenant_id, quotation_id, line_no, item_description)
              select tenant_id, id, 1, 'glove' from catalog.quotation;
            insert into catalog.stockreservation (tenant_id, reference, expires_at)
              values (:t, 'R1', now() + interval '1 day');
            insert into catalog.stockreservationline (tenant_id, reservation_id, product_id, warehouse_id, quantity)
              select r.tenant_id, r.id, p.id, w.id, 1
              from catalog.stockreservation r, catalog.product p, catalog.warehouse w;
            insert into catalog.workrecommendation (tenant_id, title, description, category)
              values (:t, 'Oil change', 'Oil', 'maintenance');
            insert into catalog.recommendationitem (tenant_id, recommendation_id, mandatory, reason)
              select tenant_id, id, true, 'kit' from catalog.workrecommendation;
            insert into catalog.maintenancekit (tenant_id, maintenance_type, name) values (:t, 'oil_change', 'Kit');
            insert into catalog.maintenancekititem (tenant_id, kit_id, product_id, quantity)
              select k.tenant_id, k.id, p.id, 1 from catalog.maintenancekit k, catalog.product p
              where k.tenant_id = :t;
            insert into catalog.tendersubscription (tenant_id, cpv_prefix) values (:t, '18141000');
            insert into catalog.importmapping (tenant_id, kind, name) values (:t, 'products', 'Acme');
            insert into catalog.activitylog (tenant_id, entity_type, entity_id, action)
              values (:t, 'product', '1', 'created');
            insert into catalog.activitychain (tenant_id, seq, log_id, log_timestamp, hash)
              select tenant_id, 1, id, "timestamp", sha256('a') from catalog.activitylog
            """;

    private TestRows() {}

    /** Makes them as the role that serves requests. */
    public static void of(String tenant) throws SQLException {
        try (var system = CatalogSession.as("catalog_system");
                var session = CatalogSession.in(tenant)) {
            system.run("""
                    insert into catalog.unspsccode (code, title, source) values ('99000000', 'Of the tests', 'test')
                    on conflict do nothing
                    """);
            session.run(ROWS.replace(":t", "'" + tenant + "'"));
        }
    }
}
