package org.quartermaster.catalog.inventory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** Writes rows of files as stock: another quantity on hand is booked as an adjustment. */
@ApplicationScoped
public class StockBatch {
    /**
     * Writes the rows, each of which names its place by {@code product_id} and {@code warehouse_id}.
     *
     * @param reference that the movements carry
     */
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, String reference) {
        var outcomes = new ArrayList<RowOutcome>();
        var products = rows.stream().map(row -> place(row).productId()).toList();
        return StockLedger.lock(unit, products).chain(known -> {
            var former = new HashSet<Place>();
            var right = new ArrayList<FileRow>();
            for (var row : rows) {
                known.at(place(row).productId(), place(row).warehouseId()).ifPresent(stock -> former.add(place(row)));
                sort(row, known, right, outcomes);
            }
            return StockLedger.open(unit, right.stream().map(StockBatch::place).toList())
                    .chain(stock -> book(unit, stock, right, former, reference))
                    .map(written -> {
                        outcomes.addAll(written);
                        return outcomes;
                    });
        });
    }

    private static Place place(FileRow row) {
        return new Place(row.id("product_id"), row.id("warehouse_id"));
    }

    /** NB: checked before a place is opened, as a product with one counts as kept in stock. */
    private static void sort(FileRow row, LockedStock known, List<FileRow> right, List<RowOutcome> outcomes) {
        try {
            var cells = StockCells.read(row, known.anyProduct(place(row).productId()));
            var stock = known.at(place(row).productId(), place(row).warehouseId());
            var reserved = stock.map(held -> held.quantityReserved).orElse(BigDecimal.ZERO);
            if (cells.onHand() != null && cells.onHand().compareTo(reserved) < 0) {
                outcomes.add(RowOutcome.rejected(row.line(), StockCells.ON_HAND, "stock.insufficient"));
            } else {
                right.add(row);
            }
        } catch (Problem wrong) {
            outcomes.add(RowOutcome.rejected(row.line(), wrong));
        }
    }

    private static Uni<List<RowOutcome>> book(
            UnitOfWork unit, LockedStock stock, List<FileRow> rows, Set<Place> former, String reference) {
        var outcomes = new ArrayList<RowOutcome>();
        var written = new HashMap<StockRow, FileRow>();
        for (var row : rows) {
            var at = stock.at(place(row).productId(), place(row).warehouseId()).orElseThrow();
            var before = InventoryView.of(at);
            StockCells.read(row, stock.anyProduct(at.productId)).apply(stock, at, reference);
            if (former.contains(place(row)) && InventoryView.of(at).equals(before)) {
                outcomes.add(RowOutcome.unchanged(row.line(), before));
            } else {
                stock.touch(at);
                written.put(at, row);
            }
        }
        var changes = new HashMap<StockRow, Change>();
        return StockLedger.write(unit, stock, changes::put, Change.Telling.NONE).map(movements -> {
            written.forEach((at, row) -> outcomes.add(outcome(stock, at, row, former, changes)));
            return outcomes;
        });
    }

    private static RowOutcome outcome(
            LockedStock stock, StockRow at, FileRow row, Set<Place> former, Map<StockRow, Change> changes) {
        var before = former.contains(place(row)) ? stock.before(at) : null;
        return RowOutcome.written(row.line(), before, InventoryView.of(at), false, changes.get(at));
    }
}
