package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** All that some prices come of, as one statement gives it; a list that has nothing in it is null. */
record PriceFacts(
        Instant now,
        List<OfProduct> products,
        List<OfCustomer> customers,
        List<Long> defaultLists,
        List<FxRate> fxRates,
        Map<String, Integer> minorUnits,
        OfTenant setting) {

    /** @param marginPercent of the nearest category that has one, or null */
    record OfProduct(
            long id,
            boolean deleted,
            String baseUom,
            String currency,
            String taxClass,
            BigDecimal marginPercent,
            Map<String, BigDecimal> packs,
            List<OfTax> taxRates,
            List<Row> prices) {}

    /** @param validTo excluded, null = open */
    record OfTax(BigDecimal rate, LocalDate validFrom, LocalDate validTo) {
        boolean isValidOn(LocalDate day) {
            return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
        }
    }

    /** @param supplierActive null without a supplier */
    record Row(
            long id,
            String kind,
            String type,
            BigDecimal amount,
            String currency,
            BigDecimal per,
            String uom,
            BigDecimal minimum,
            String scope,
            Long supplierId,
            Boolean supplierActive,
            Instant from,
            Instant to,
            Instant recordedAt,
            Instant supersededAt) {}

    /** @param lists that are made for the customer or the group, the first to be asked first */
    record OfCustomer(
            long id, String currency, Long groupId, String priceType, BigDecimal discountPercent, List<Long> lists) {}

    /** The settings of the tenant; it may have none. */
    record OfTenant(String pricePolicy, BigDecimal minMarginPercent) {}
}
