package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * What items name, as far as it is there.
 *
 * @param standardRate tax rate of a line without a product, or null
 * @param customerId that of the quotation, null where he was deleted: he has no prices of his own any more
 * @param customerGroupId whose prices the subscription to its tender wants, null where it has a customer
 */
record ItemFacts(
        Map<Long, OfProduct> products,
        Set<Long> suppliers,
        BigDecimal standardRate,
        Long customerId,
        Long customerGroupId) {
    private static final String PRODUCTS = """
            select id, sku, name, deleted_at is not null as is_deleted from catalog.product
            where tenant_id = $1 and id = any ($2)
            """;
    private static final String SUPPLIERS = "select id from catalog.supplier where tenant_id = $1 and id = any ($2)";
    private static final String OTHERS = """
            select (select rate from catalog.taxrate
                where tenant_id = $1 and tax_class = 'standard' and valid @> $2::date) as rate,
              (select id from catalog.customer where tenant_id = $1 and id = $3 and deleted_at is null) as customer_id,
              (select s.customer_group_id from catalog.rfpdocument r
                join catalog.tendersubscription s on s.tenant_id = r.tenant_id
                  and s.id = cast(r.analysis_results #>> '{tender,subscription_id}' as bigint)
                where r.tenant_id = $1 and r.id = $4 and $3::bigint is null) as customer_group_id
            """;

    record OfProduct(String sku, String name, boolean isDeleted) {}

    static Uni<ItemFacts> of(UnitOfWork unit, Quotation head, List<QuotationItem> items) {
        var tenant = unit.caller().tenant();
        LocalDate today = unit.now().atZone(ZoneOffset.UTC).toLocalDate();
        return unit.runAll(List.of(
                        Query.of(PRODUCTS, tenant, ids(items, item -> item.productId)),
                        Query.of(SUPPLIERS, tenant, ids(items, item -> item.supplierId)),
                        Query.of(OTHERS, tenant, today, head.customerId, head.rfpId)))
                .map(ItemFacts::read);
    }

    private static Long[] ids(List<QuotationItem> items, Function<QuotationItem, Long> id) {
        return items.stream().map(id).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }

    private static ItemFacts read(List<RowSet<Row>> results) {
        var products = new HashMap<Long, OfProduct>();
        results.get(0)
                .forEach(row -> products.put(
                        row.getLong("id"),
                        new OfProduct(row.getString("sku"), row.getString("name"), row.getBoolean("is_deleted"))));
        var suppliers = new HashSet<Long>();
        results.get(1).forEach(row -> suppliers.add(row.getLong("id")));
        var others = results.get(2).iterator().next();
        return new ItemFacts(
                products,
                suppliers,
                others.getBigDecimal("rate"),
                others.getLong("customer_id"),
                others.getLong("customer_group_id"));
    }

    /** Whether a new item may name the product. */
    boolean isOffered(Long productId) {
        return productId == null
                || (products.containsKey(productId) && !products.get(productId).isDeleted());
    }

    boolean isSupplier(Long supplierId) {
        return supplierId == null || suppliers.contains(supplierId);
    }
}
