package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartermaster.catalog.inventory.LockedStock;
import org.quartermaster.catalog.inventory.StockFields;
import org.quartermaster.catalog.inventory.StockedProduct;
import org.quartermaster.catalog.unit.Unit;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;

/** Understands wanted lines: that product and warehouse exist, and how much it is in the base unit. */
final class Demands {
    private static final BigDecimal MOST = new BigDecimal(StockFields.MOST);

    private final LockedStock stock;
    private final Preparation known;
    private final List<FieldError> errors = new ArrayList<>();

    private Demands(LockedStock stock, Preparation known) {
        this.stock = stock;
        this.known = known;
    }

    /** The demands in the order of the lines; 422 with all that is wrong with them. */
    static List<Demand> of(List<WantedLine> lines, LockedStock stock, Preparation known) {
        var demands = new Demands(stock, known);
        var found = lines.stream().map(demands::read).toList();
        if (!demands.errors.isEmpty()) {
            throw Problem.invalid(demands.errors);
        }
        return found;
    }

    private Demand read(WantedLine line) {
        if (line.warehouseId() != null && !known.warehouses().contains(line.warehouseId())) {
            error(line, "warehouse_id", "reference.unknown");
        }
        var product = stock.product(line.productId());
        if (product.isEmpty()) {
            error(line, "product_id", "reference.unknown");
            return new Demand(line, line.quantity());
        }
        return new Demand(line, quantity(line, product.get()));
    }

    private BigDecimal quantity(WantedLine line, StockedProduct product) {
        var quantity = inBaseUnit(line, product);
        if (quantity.isEmpty()) {
            error(line, "uom", "unit.mismatch");
            return line.quantity();
        }
        if (scale(line.quantity()) > decimals(line, product) || !product.isCountable(quantity.get())) {
            error(line, "quantity", "decimal_max_places", decimals(line, product));
        } else if (quantity.get().compareTo(MOST) > 0) {
            error(line, "quantity", "less_than_equal", StockFields.MOST);
        }
        return quantity.get();
    }

    private Optional<BigDecimal> inBaseUnit(WantedLine line, StockedProduct product) {
        if (isBase(line, product)) {
            return Optional.of(line.quantity());
        }
        var factor = known.packs().getOrDefault(product.id(), Map.of()).get(line.uom());
        if (factor != null) {
            return Optional.of(line.quantity().multiply(factor));
        }
        var units = Units.standard();
        return units.find(line.uom()).flatMap(given -> units.find(product.baseUom())
                .flatMap(base -> units.convert(line.quantity(), given, base)));
    }

    private static boolean isBase(WantedLine line, StockedProduct product) {
        return line.uom() == null || line.uom().equals(product.baseUom());
    }

    private static int decimals(WantedLine line, StockedProduct product) {
        return isBase(line, product)
                ? product.decimals()
                : Units.standard().find(line.uom()).map(Unit::decimals).orElse(0);
    }

    private static int scale(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale();
    }

    private void error(WantedLine line, String field, String code, Object... arguments) {
        errors.add(new FieldError(line.field() + "." + field, code, arguments));
    }
}
