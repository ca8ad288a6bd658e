package org.quartermaster.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.platform.testing.openapi.OpenApiContract;

/** The committed document of this service. */
@CatalogTest
final class OpenApiTest extends OpenApiContract {
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("product_id", "product"),
            Map.entry("brand_id", "brand"),
            Map.entry("category_id", "category"),
            Map.entry("supplier_id", "supplier"),
            Map.entry("customer_id", "customer"),
            Map.entry("pack_id", "productpack"),
            Map.entry("price_id", "productpricing"),
            Map.entry("spec_id", "productspecification"),
            Map.entry("certification_id", "productcertification"),
            Map.entry("kit_id", "maintenancekit"),
            Map.entry("mapping_id", "importmapping"),
            Map.entry("recommendation_id", "workrecommendation"),
            Map.entry("warehouse_id", "warehouse"),
            Map.entry("/api/v1/products/{id}", "product"),
            Map.entry("/api/v1/classifications/{id}", "productclassification"),
            Map.entry("/api/v1/customer-groups/{id}", "customergroup"),
            Map.entry("/api/v1/price-lists/{id}", "pricelist"),
            Map.entry("/api/v1/warehouses/{id}", "warehouse"),
            Map.entry("/api/v1/reservations/{id}", "stockreservation"),
            Map.entry("/api/v1/stock-movements/{id}", "stockmovement"),
            Map.entry("/api/v1/rfps/{id}", "rfpdocument"),
            Map.entry("/api/v1/quotations/{id}", "quotation"),
            Map.entry("/api/v1/tender-subscriptions/{id}", "tendersubscription"),
            Map.entry("/api/v1/safety/tasks/{id}", "taskhazardmapping"),
            Map.entry("/api/v1/safety/tools/{id}", "toolriskclassification"));

    OpenApiTest() {
        super("org.quartermaster.catalog");
    }

    @Override
    protected Map<String, String> existing(TestTenant tenant) {
        var existing = new HashMap<>(Map.of("line_no", "1", "code", "99000000", "sku", "GL-400", "number", "Q-1"));
        existing.put("/api/v1/exports/{kind}", "products");
        for (var list : List.of("ansi", "equipment-specifications")) {
            existing.put("/api/v1/safety/" + list + "/{id}", "1");
        }
        try (var session = CatalogSession.in(tenant.id())) {
            TestRows.of(tenant.id());
            for (var table : TABLES.entrySet()) {
                existing.put(
                        table.getKey(),
                        session.value("select id from catalog.%s where tenant_id = '%s'"
                                .formatted(table.getValue(), tenant.id())));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return existing;
    }
}
