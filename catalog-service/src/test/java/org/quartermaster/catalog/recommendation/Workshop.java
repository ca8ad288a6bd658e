package org.quartermaster.catalog.recommendation;

import java.sql.SQLException;
import org.quartermaster.catalog.CatalogSession;
import org.quartermaster.platform.testing.TestTenant;

/** A tenant with a few articles for an oil change, and the task that asks for gloves. */
final class Workshop {
    static final String KIT = """
            {"maintenance_type": "oil_change", %s "name": "%s", "items": [
              {"kind": "consumable", "selector": {"unspsc": "15120000"}, "quantity": 4, "mandatory": true},
              {"kind": "part", "product_id": %s, "quantity": 1, "reason": "The filter is changed with the oil"}]}
            """;

    private static final String SHARED = """
            insert into catalog.unspsccode (code, title, source, parent_code) values
              ('15000000', 'Fuels', 'test', null), ('15120000', 'Lubricants', 'test', '15000000'),
              ('15121500', 'Lubricating preparations', 'test', '15120000'),
              ('15121501', 'Engine oil', 'test', '15121500'), ('46000000', 'Safety', 'test', null),
              ('46180000', 'Personal safety', 'test', '46000000'), ('46181500', 'Clothing', 'test', '46180000'),
              ('46181504', 'Protective gloves', 'test', '46181500') on conflict do nothing;
            insert into catalog.hazard (code, name) values ('test_splash', 'Hot oil') on conflict do nothing;
            insert into catalog.ppetype (code, name, unspsc_code) values ('test_gloves', 'Gloves', '46181504')
              on conflict do nothing
            """;
    private static final String OWN = """
            insert into catalog.product (tenant_id, sku, name, slug, availability) values
              (:t, 'OIL-1', 'Engine oil', 'oil', 'in_stock'), (:t, 'FIL-1', 'Oil filter', 'filter', 'out_of_stock'),
              (:t, 'GL-1', 'Nitrile glove', 'glove', 'in_stock');
            insert into catalog.productclassification (tenant_id, product_id, unspsc_code, confidence, status)
              select :t, id, case sku when 'OIL-1' then '15121501' else '46181504' end, 1, 'confirmed'
              from catalog.product where sku <> 'FIL-1';
            insert into catalog.productpricing (tenant_id, product_id, amount, uom, minimum_quantity)
              select :t, id, 10, 'C62', 1 from catalog.product where sku = 'OIL-1';
            insert into catalog.productpricing (tenant_id, product_id, amount, uom, minimum_quantity)
              select :t, id, 8, 'C62', 4 from catalog.product where sku = 'OIL-1';
            insert into catalog.taskhazardmapping (tenant_id, task_id, task_name, maintenance_type, risk_level, hazards)
              values (:t, 'oil_change', 'Changing oil', 'oil_change', 'low',
                '[{"code": "test_splash", "severity": 3, "likelihood": 3, "standards": [], "mandatory_ppe": ["test_gloves"],
                   "recommended_ppe": []}]')
            """;

    final TestTenant tenant = TestTenant.create();

    Workshop() throws SQLException {
        try (var system = CatalogSession.as("catalog_system");
                var session = CatalogSession.in(tenant.id())) {
            system.run(SHARED);
            session.run(OWN.replace(":t", "'" + tenant.id() + "'"));
        }
    }

    String product(String sku) throws SQLException {
        try (var session = CatalogSession.in(tenant.id())) {
            return session.value("select id from catalog.product where sku = '" + sku + "'");
        }
    }

    /** @param machine members that say what machine it is for, with a comma at the end */
    void kit(String machine, String name) throws SQLException {
        tenant.post("/api/v1/maintenance-kits", KIT.formatted(machine, name, product("FIL-1")))
                .statusCode(201);
    }
}
