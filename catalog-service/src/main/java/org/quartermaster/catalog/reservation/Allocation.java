package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.StockRow;
import org.quartermaster.catalog.inventory.StockShortage;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Divides the stock among demands, in their order; from the warehouse with the lowest priority number on. */
final class Allocation {
    private static final Comparator<StockRow> ORDER =
            Comparator.comparingInt(StockRow::priority).thenComparingLong(StockRow::warehouseId);

    private final LockedStock stock;
    private final boolean allowSplit;
    private final Map<StockRow, BigDecimal> left = new HashMap<>();
    private final List<Pick> picks = new ArrayList<>();
    private final List<Shortfall> shortfalls = new ArrayList<>();
    private final List<Demand> untracked = new ArrayList<>();

    /** A part of a demand, and where it is taken from. */
    record Pick(StockRow row, BigDecimal quantity) {}

    /** A demand that the stock does not suffice for. */
    record Shortfall(Demand demand, BigDecimal available) {
        FieldError reason() {
            return StockShortage.tooLittle(demand.line().field(), demand.quantity(), available);
        }
    }

    Allocation(LockedStock stock, boolean allowSplit) {
        this.stock = stock;
        this.allowSplit = allowSplit;
    }

    /** Takes what there is of a demand; what is missing is noted. */
    void take(Demand demand) {
        if (stock.of(demand.line().productId()).isEmpty()) {
            untracked.add(demand);
            return;
        }
        var rows = rows(demand);
        var available = rows.stream().map(this::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (available.compareTo(demand.quantity()) < 0) {
            shortfalls.add(new Shortfall(demand, available));
        }
        var missing = demand.quantity();
        for (var row : rows) {
            var part = missing.min(left(row));
            if (part.signum() > 0) {
                picks.add(new Pick(row, part));
                left.put(row, left(row).subtract(part));
                missing = missing.subtract(part);
            }
        }
    }

    /** Where to take it from; without splitting one warehouse alone, which has enough if any has. */
    private List<StockRow> rows(Demand demand) {
        var line = demand.line();
        if (line.warehouseId() != null) {
            return stock.at(line.productId(), line.warehouseId()).stream().toList();
        }
        var active = stock.of(line.productId()).stream()
                .filter(StockRow::isActive)
                .sorted(ORDER)
                .toList();
        return allowSplit ? active : single(active, demand.quantity());
    }

    private List<StockRow> single(List<StockRow> rows, BigDecimal wanted) {
        return rows.stream()
                .filter(row -> left(row).compareTo(wanted) >= 0)
                .findFirst()
                .or(() -> rows.stream().max(Comparator.comparing(this::left)))
                .stream()
                .toList();
    }

    private BigDecimal left(StockRow row) {
        return left.getOrDefault(row, row.available());
    }

    List<Pick> picks() {
        return picks;
    }

    List<Shortfall> shortfalls() {
        return shortfalls;
    }

    /** Demands for products that never had stock. */
    List<Demand> untracked() {
        return untracked;
    }
}
