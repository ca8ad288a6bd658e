package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.quartermaster.catalog.pricing.PriceAnswer.NextBreak;

/** Rounds a price, adds it up and taxes it: the last steps, and the answer that they end in. */
final class PriceLine {

    private static final int PRICE_DECIMALS = 4;

    private final PriceQuestion question;
    private final BigDecimal baseQuantity;
    private final List<PriceStep> steps;
    private final List<RejectedPrice> rejected;

    PriceLine(PriceQuestion question, BigDecimal baseQuantity, List<PriceStep> steps, List<RejectedPrice> rejected) {
        this.question = question;
        this.baseQuantity = baseQuantity;
        this.steps = steps;
        this.rejected = rejected;
    }

    PriceAnswer missing(String reason, NextBreak next) {
        return new PriceAnswer(
                false,
                reason,
                question.quantity(),
                question.uom(),
                baseQuantity,
                question.currency(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                next,
                List.copyOf(steps),
                List.copyOf(rejected),
                question.at(),
                question.knownAt());
    }

    PriceAnswer priced(
            BigDecimal list, BigDecimal price, PriceFloor floor, PriceRow row, NextBreak next, PriceCase priceCase) {
        BigDecimal unit = rounded(price, PRICE_DECIMALS);
        steps.add(new PriceStep("round", price, unit, "4 decimals, half up"));
        BigDecimal total = rounded(question.quantity().multiply(unit), priceCase.minorUnits());
        BigDecimal tax = tax(total, priceCase);
        return new PriceAnswer(
                true,
                null,
                question.quantity(),
                question.uom(),
                baseQuantity,
                question.currency(),
                rounded(list, PRICE_DECIMALS),
                unit,
                total,
                priceCase.taxRate(),
                tax,
                tax == null ? null : total.add(tax),
                floor,
                PriceAnswer.Source.of(row),
                next,
                List.copyOf(steps),
                List.copyOf(rejected),
                question.at(),
                question.knownAt());
    }

    private BigDecimal tax(BigDecimal total, PriceCase priceCase) {
        if (priceCase.taxRate() == null) {
            steps.add(new PriceStep("tax", total, null, "tax: unknown"));
            return null;
        }
        BigDecimal tax = rounded(total.multiply(priceCase.taxRate()), priceCase.minorUnits());
        steps.add(new PriceStep("tax", total, tax, priceCase.taxRate().toPlainString() + " of the line"));
        return tax;
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
