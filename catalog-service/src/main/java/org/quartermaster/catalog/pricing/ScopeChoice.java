package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one scope offers for the question.
 *
 * @param regular the tier of the wanted type, null when only a sale holds or nothing does
 * @param chosen the row that makes the price, null below the lowest bound
 * @param next the next tier of the same kind, null when there is none
 */
record ScopeChoice(PriceScope scope, PriceRow regular, PriceRow chosen, PriceRow next, List<RejectedPrice> rejected) {

    private static final Comparator<PriceRow> LOWEST_BOUND =
            Comparator.comparing(PriceRow::minimumQuantity).thenComparing(PriceRow::id);

    /**
     * Chooses among the rows of one scope: rows in the asked pack before base rows, then tier, then type.
     *
     * @param rows of this scope, at least one
     */
    static ScopeChoice of(PriceScope scope, List<PriceRow> rows, PriceType wanted, UnitPrices units, String uom) {
        List<RejectedPrice> rejected = new ArrayList<>();
        List<PriceRow> inUnit = ofAskedUnit(rows, uom, rejected);
        List<PriceRow> regularRows = regularRows(inUnit, wanted, rejected);
        List<PriceRow> saleRows =
                inUnit.stream().filter(row -> row.type() == PriceType.SALE).toList();
        PriceRow regular = tier(regularRows, units, rejected).orElse(null);
        PriceRow sale = tier(saleRows, units, rejected).orElse(null);
        PriceRow chosen = cheaper(regular, sale, units, rejected);
        List<PriceRow> ladder = chosen != null && chosen.equals(sale) || regularRows.isEmpty() ? saleRows : regularRows;
        PriceRow next = ladder.stream()
                .filter(row -> !units.reaches(row))
                .min(LOWEST_BOUND)
                .orElse(null);
        return new ScopeChoice(scope, regular, chosen, next, rejected);
    }

    private static List<PriceRow> ofAskedUnit(List<PriceRow> rows, String uom, List<RejectedPrice> rejected) {
        List<PriceRow> asked =
                rows.stream().filter(row -> row.uom().equals(uom)).toList();
        if (asked.isEmpty()) {
            return rows;
        }
        reject(rows.stream().filter(row -> !asked.contains(row)).toList(), "priced_in_pack", rejected);
        return asked;
    }

    private static List<PriceRow> regularRows(List<PriceRow> rows, PriceType wanted, List<RejectedPrice> rejected) {
        List<PriceRow> base =
                rows.stream().filter(row -> row.type() == PriceType.BASE).toList();
        List<PriceRow> ofType =
                rows.stream().filter(row -> row.type() == wanted).toList();
        if (wanted == PriceType.BASE || ofType.isEmpty()) {
            return base;
        }
        reject(base, "other_price_type", rejected);
        return ofType;
    }

    private static Optional<PriceRow> tier(List<PriceRow> rows, UnitPrices units, List<RejectedPrice> rejected) {
        Optional<PriceRow> tier = rows.stream().filter(units::reaches).max(LOWEST_BOUND);
        for (PriceRow row : rows) {
            if (!units.reaches(row)) {
                rejected.add(new RejectedPrice(row.id(), "above_quantity"));
            } else if (!row.equals(tier.orElseThrow())) {
                rejected.add(new RejectedPrice(row.id(), "lower_tier"));
            }
        }
        return tier;
    }

    private static PriceRow cheaper(PriceRow regular, PriceRow sale, UnitPrices units, List<RejectedPrice> rejected) {
        if (regular == null || sale == null) {
            return regular == null ? sale : regular;
        }
        BigDecimal price = units.of(regular);
        boolean saleWins = units.of(sale).compareTo(price) < 0;
        rejected.add(
                saleWins
                        ? new RejectedPrice(regular.id(), "sale_is_lower")
                        : new RejectedPrice(sale.id(), "sale_is_not_lower"));
        return saleWins ? sale : regular;
    }

    private static void reject(List<PriceRow> rows, String reason, List<RejectedPrice> rejected) {
        rows.forEach(row -> rejected.add(new RejectedPrice(row.id(), reason)));
    }
}
