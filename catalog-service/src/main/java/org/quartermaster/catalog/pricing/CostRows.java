package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what the product costs: the lowest over the suppliers of the tier that the quantity reaches at each. */
final class CostRows {

    private final PriceCase priceCase;
    private final PriceQuestion question;
    private final UnitPrices units;

    CostRows(PriceCase priceCase, PriceQuestion question, UnitPrices units) {
        this.priceCase = priceCase;
        this.question = question;
        this.units = units;
    }

    Optional<BigDecimal> lowest(String currency) {
        Map<String, Optional<PriceRow>> tiers = priceCase.rows().stream()
                .filter(row -> row.isCost() && row.currency().equals(currency) && holds(row))
                .collect(Collectors.groupingBy(
                        CostRows::ladder, Collectors.maxBy(Comparator.comparing(PriceRow::minimumQuantity))));
        return tiers.values().stream().flatMap(Optional::stream).map(units::of).min(BigDecimal::compareTo);
    }

    private boolean holds(PriceRow row) {
        return row.isKnownAt(question.knownAt())
                && row.isValidAt(question.at())
                && List.of(question.uom(), priceCase.baseUom()).contains(row.uom())
                && (row.supplierId() == null || priceCase.activeSuppliers().contains(row.supplierId()))
                && units.reaches(row);
    }

    private static String ladder(PriceRow row) {
        return row.supplierId() + " " + row.uom() + ' ' + row.type();
    }
}
