package org.quartermaster.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * What has to be known before the stock is locked.
 *
 * @param packs base units in a pack, by product and code
 * @param warehouses those of the wanted ones that there are
 * @param expired reservations of wanted products that nobody has ended yet
 * @param products the wanted products, and those of the expired reservations
 * @param usual how long a reservation lasts unless it says
 */
record Preparation(
        Map<Long, Map<String, BigDecimal>> packs,
        Set<Long> warehouses,
        Set<Long> expired,
        Set<Long> products,
        Duration usual) {
    private static final int USUAL_MINUTES = 1_440;
    private static final String PACKS =
            "select product_id, code, factor from catalog.productpack where tenant_id = $1 and product_id = any ($2)";
    private static final String WAREHOUSES = "select id from catalog.warehouse where tenant_id = $1 and id = any ($2)";
    private static final String EXPIRED = """
            select r.id, l.product_id from catalog.stockreservation r
              join catalog.stockreservationline l on l.tenant_id = r.tenant_id and l.reservation_id = r.id
            where r.tenant_id = $1 and r.state = 'held' and r.expires_at <= clock_timestamp()
              and exists (select from catalog.stockreservationline w
                where w.tenant_id = r.tenant_id and w.reservation_id = r.id and w.product_id = any ($2))
            """;
    private static final String USUAL = "select reservation_minutes from catalog.catalogsetting where tenant_id = $1";

    static Uni<Preparation> read(UnitOfWork unit, List<ReservationOrder> orders) {
        var tenant = unit.caller().tenant();
        var wanted = orders.stream()
                .flatMap(order -> order.products().stream())
                .distinct()
                .toList();
        var products = wanted.toArray(Long[]::new);
        var warehouses = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(WantedLine::warehouseId)
                .filter(id -> id != null)
                .distinct()
                .toArray(Long[]::new);
        return unit.runAll(List.of(
                        Query.of(PACKS, tenant, products),
                        Query.of(WAREHOUSES, tenant, warehouses),
                        Query.of(EXPIRED, tenant, products),
                        Query.of(USUAL, tenant)))
                .map(results -> of(wanted, results));
    }

    private static Preparation of(List<Long> wanted, List<RowSet<Row>> results) {
        var packs = new HashMap<Long, Map<String, BigDecimal>>();
        results.get(0).forEach(row -> packs.computeIfAbsent(row.getLong("product_id"), id -> new HashMap<>())
                .put(row.getString("code"), row.getBigDecimal("factor")));
        var warehouses = new HashSet<Long>();
        results.get(1).forEach(row -> warehouses.add(row.getLong("id")));
        var expired = new HashSet<Long>();
        var products = new HashSet<>(wanted);
        results.get(2).forEach(row -> {
            expired.add(row.getLong("id"));
            products.add(row.getLong("product_id"));
        });
        var minutes = USUAL_MINUTES;
        for (var row : results.get(3)) {
            minutes = row.getInteger("reservation_minutes");
        }
        return new Preparation(packs, warehouses, expired, products, Duration.ofMinutes(minutes));
    }
}
