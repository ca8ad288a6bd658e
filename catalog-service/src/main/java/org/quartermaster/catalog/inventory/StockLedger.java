package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/** The one way to change stock: lock it, book movements, write them. */
public final class StockLedger {
    private static final String ENTITY = "inventory";

    private StockLedger() {}

    /**
     * Locks products with all their stock until the transaction ends.
     * NB: nothing that others lock before their stock, such as a reservation, may be locked after it.
     */
    public static Uni<LockedStock> lock(UnitOfWork unit, Collection<Long> productIds) {
        return StockLocks.lock(unit, productIds);
    }

    /** As above, with an empty row for each place that has none; none where product or warehouse do not exist. */
    public static Uni<LockedStock> open(UnitOfWork unit, List<Place> places) {
        return StockLocks.lockPlaces(unit, places);
    }

    /** Writes what was booked, and what follows of it: low stock, availability and events. */
    public static Uni<List<MovementView>> write(UnitOfWork unit, LockedStock stock) {
        return write(unit, stock, (row, change) -> unit.changed(change), Change.Telling.USUAL);
    }

    /**
     * As above, for work that tells of changes in its own way; that stock runs low is always told.
     *
     * @param telling is given each row that changed
     * @param ofProducts how it is told what became of articles: bulk work leaves that to the log
     */
    public static Uni<List<MovementView>> write(
            UnitOfWork unit, LockedStock stock, BiConsumer<StockRow, Change> telling, Change.Telling ofProducts) {
        var rows = stock.changed();
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        rows.forEach(row -> settle(unit, row));
        var products = rows.stream().map(StockRow::productId).toList();
        return unit.runAll(List.of(
                        StockStatements.update(unit, rows),
                        StockStatements.move(unit, stock.movements()),
                        ProductAvailability.query(unit, products)))
                .invoke(results -> tell(unit, stock, results.get(0), telling))
                .invoke(results -> ProductAvailability.changes(results.get(2))
                        .forEach(change -> unit.changed(change.told(ofProducts))))
                .map(results -> movements(results.get(1)));
    }

    private static void settle(UnitOfWork unit, StockRow row) {
        if (!row.isLow()) {
            row.lowSince = null;
        } else if (row.lowSince == null) {
            row.lowSince = unit.now();
        }
    }

    private static void tell(
            UnitOfWork unit, LockedStock stock, RowSet<Row> written, BiConsumer<StockRow, Change> telling) {
        var rows = stock.changed().stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        for (var now : written) {
            var row = rows.get(now.getLong("id"));
            row.lastUpdated = Columns.instant(now.getOffsetDateTime("last_updated"));
            row.updatedAt = Columns.instant(now.getOffsetDateTime("updated_at"));
            row.version = now.getInteger("version");
            var before = stock.before(row);
            var id = Long.toString(row.id);
            telling.accept(row, Change.of(ENTITY, id, "changed", InventoryView.of(row), before));
            if (before.lowSince() == null && row.lowSince != null) {
                unit.changed(Change.eventOnly(ENTITY, id, "low", LowStockView.of(stock, row), null));
            }
        }
    }

    private static List<MovementView> movements(RowSet<Row> rows) {
        var movements = new ArrayList<MovementView>();
        rows.forEach(row -> movements.add(MovementView.of(row)));
        return movements;
    }
}
