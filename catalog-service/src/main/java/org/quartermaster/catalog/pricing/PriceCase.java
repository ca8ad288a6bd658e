package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a price depends on beside the question.
 *
 * @param packs base units in one pack, by the pack's code
 * @param scopes that hold for this customer, the most specific first
 * @param groupType price type of the customer's group, never a sale; null without a group
 * @param groupDiscount percent, null without a group
 * @param marginPercent least margin of the nearest category, else of the setting
 * @param taxRate of the product's tax class on that day, null when unknown
 * @param minorUnits decimals of the currency that is asked for
 */
record PriceCase(
        List<PriceRow> rows,
        String baseUom,
        Map<String, BigDecimal> packs,
        String productCurrency,
        List<PriceScope> scopes,
        PriceType groupType,
        BigDecimal groupDiscount,
        Policy policy,
        BigDecimal marginPercent,
        Set<Long> activeSuppliers,
        List<FxRate> fxRates,
        BigDecimal taxRate,
        int minorUnits) {

    enum Policy {
        SPECIFIC,
        LOWEST
    }

    /** Base units in one of this unit. */
    BigDecimal factor(String uom) {
        return uom.equals(baseUom) ? BigDecimal.ONE : packs.get(uom);
    }

    PriceType wantedType() {
        return groupType == null ? PriceType.BASE : groupType;
    }
}
