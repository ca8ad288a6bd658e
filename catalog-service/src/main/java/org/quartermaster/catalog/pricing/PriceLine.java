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
        LineAmount amount = LineAmount.of(question.quantity(), unit, priceCase.taxRate(), priceCase.minorUnits());
        noteTax(amount, priceCase);
        return new PriceAnswer(
                true,
                null,
                question.quantity(),
                question.uom(),
                baseQuantity,
                question.currency(),
                rounded(list, PRICE_DECIMALS),
                unit,
                amount.total(),
                priceCase.taxRate(),
                amount.tax(),
                amount.tax() == null ? null : amount.total().add(amount.tax()),
                floor,
                PriceAnswer.Source.of(row),
                next,
                List.copyOf(steps),
                List.copyOf(rejected),
                question.at(),
                question.knownAt());
    }

    private void noteTax(LineAmount amount, PriceCase priceCase) {
        String reason =
                amount.tax() == null ? "tax: unknown" : priceCase.taxRate().toPlainString() + " of the line";
        steps.add(new PriceStep("tax", amount.total(), amount.tax(), reason));
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
