package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.util.List;

/** Takes percentages off a price, exactly; rounding comes last of all. */
final class Discounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int TWO_DECIMALS = 2;

    private final PriceCase priceCase;
    private final PriceQuestion question;

    Discounts(PriceCase priceCase, PriceQuestion question) {
        this.priceCase = priceCase;
        this.question = question;
    }

    BigDecimal apply(BigDecimal price, PriceScope scope, List<PriceStep> steps) {
        BigDecimal net = scope.isDiscounted() ? less(price, priceCase.groupDiscount(), "group_discount", steps) : price;
        return less(net, question.manualDiscount(), "manual_discount", steps);
    }

    private static BigDecimal less(BigDecimal price, BigDecimal percent, String code, List<PriceStep> steps) {
        if (percent == null || percent.signum() == 0) {
            return price;
        }
        BigDecimal net = price.multiply(HUNDRED.subtract(percent)).movePointLeft(TWO_DECIMALS);
        steps.add(new PriceStep(code, price, net, percent.toPlainString() + " % off"));
        return net;
    }
}
