package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** What is set of stock by hand; how much there is changes by movements alone. */
final class InventoryService {
    private static final String SUPPLIER = "select 1 from catalog.supplier where tenant_id = $1 and id = $2";

    private InventoryService() {}

    static Uni<Answer> set(UnitOfWork unit, Place place, String ifMatch, Fields fields) {
        return StockLedger.lock(unit, List.of(place.productId()))
                .map(stock -> stock.at(place.productId(), place.warehouseId()).isPresent())
                .chain(known -> StockLedger.open(unit, List.of(place))
                        .chain(stock -> set(unit, stock, row(stock, place), ifMatch, fields))
                        .map(view -> known
                                ? Answer.ok(view)
                                : Answer.created(
                                        view,
                                        "/api/v1/inventory/%d/%d".formatted(place.productId(), place.warehouseId()))));
    }

    private static StockRow row(LockedStock stock, Place place) {
        return stock.product(place.productId())
                .flatMap(product -> stock.at(place.productId(), place.warehouseId()))
                .orElseThrow(() -> Problem.of(InventoryList.NOT_FOUND));
    }

    private static Uni<InventoryView> set(
            UnitOfWork unit, LockedStock stock, StockRow row, String ifMatch, Fields fields) {
        ETags.requireMatch(ifMatch, row.version);
        var before = InventoryView.of(row);
        stock.touch(row);
        fields.require("reorder_level", "reorder_quantity", "quantity_incoming");
        apply(fields, row);
        if (row.quantityIncoming != null) {
            stock.anyProduct(row.productId).check(fields, "quantity_incoming", row.quantityIncoming);
        }
        fields.checkStrictly();
        if (InventoryView.of(row).equals(before) && row.isLow() == (row.lowSince != null)) {
            return Uni.createFrom().item(before);
        }
        return requireSupplier(unit, row)
                .chain(() -> StockLedger.write(unit, stock))
                .map(none -> InventoryView.of(row));
    }

    private static void apply(Fields fields, StockRow row) {
        StockFields.quantity(fields, "reorder_level", "0").to(value -> row.reorderLevel = value);
        StockFields.quantity(fields, "reorder_quantity", "0").to(value -> row.reorderQuantity = value);
        StockFields.quantity(fields, "quantity_incoming", "0").to(value -> row.quantityIncoming = value);
        fields.text("warehouse_location", 0, 300).to(value -> row.warehouseLocation = value);
        var supplier = StockFields.id(fields, "supplier_id");
        if (fields.has("supplier_id")) {
            row.supplierId = supplier;
        }
    }

    private static Uni<Void> requireSupplier(UnitOfWork unit, StockRow row) {
        return row.supplierId == null
                ? Uni.createFrom().voidItem()
                : unit.run(SUPPLIER, unit.caller().tenant(), row.supplierId)
                        .invoke(rows -> {
                            if (rows.size() == 0) {
                                throw Problem.invalid("supplier_id", "reference.unknown");
                            }
                        })
                        .replaceWithVoid();
    }
}
