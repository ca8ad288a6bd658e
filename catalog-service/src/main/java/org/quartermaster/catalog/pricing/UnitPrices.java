package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Brings rows and quantities of packs and base units to the unit that is asked for. */
final class UnitPrices {

    /** Decimals of a quotient that is not a price yet. */
    private static final int DECIMALS = 10;

    private final PriceCase priceCase;
    private final PriceQuestion question;

    UnitPrices(PriceCase priceCase, PriceQuestion question) {
        this.priceCase = priceCase;
        this.question = question;
    }

    BigDecimal baseQuantity() {
        return question.quantity().multiply(priceCase.factor(question.uom()));
    }

    /** The quantity in the unit of the row: what its bound is compared with. */
    BigDecimal quantityFor(PriceRow row) {
        return inAskedUnit(row) ? question.quantity() : baseQuantity();
    }

    boolean reaches(PriceRow row) {
        return row.minimumQuantity().compareTo(quantityFor(row)) <= 0;
    }

    /** The row's price of one asked unit. */
    BigDecimal of(PriceRow row) {
        BigDecimal factor = inAskedUnit(row) ? BigDecimal.ONE : priceCase.factor(question.uom());
        BigDecimal amount = row.amount().multiply(factor);
        return row.priceUnitQuantity().compareTo(BigDecimal.ONE) == 0
                ? amount
                : amount.divide(row.priceUnitQuantity(), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The least quantity in asked units that reaches the row; whole packs when the bound is in base units. */
    BigDecimal boundOf(PriceRow row) {
        return inAskedUnit(row)
                ? row.minimumQuantity()
                : row.minimumQuantity().divide(priceCase.factor(question.uom()), 0, RoundingMode.CEILING);
    }

    private boolean inAskedUnit(PriceRow row) {
        return row.uom().equals(question.uom());
    }
}
