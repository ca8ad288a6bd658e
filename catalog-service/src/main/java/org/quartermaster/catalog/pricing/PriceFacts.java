package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quartermaster.platform.db.Words;

/** All that some prices come of, as one statement gives it; a list that has nothing in it is null. */
record PriceFacts(
        Instant now,
        List<OfProduct> products,
        List<OfCustomer> customers,
        List<OfCustomer> groups,
        List<Long> defaultLists,
        List<FxRate> fxRates,
        List<Long> inactiveSuppliers,
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
            List<Ladder> prices) {

        /** In the order of their ids. */
        List<PriceRow> rows() {
            return prices == null
                    ? List.of()
                    : prices.stream()
                            .flatMap(Ladder::rows)
                            .sorted(Comparator.comparing(PriceRow::id))
                            .toList();
        }
    }

    /** @param validTo excluded, null = open */
    record OfTax(BigDecimal rate, LocalDate validFrom, LocalDate validTo) {
        boolean isValidOn(LocalDate day) {
            return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
        }
    }

    /** Rows of prices that differ in their bounds and amounts alone. */
    record Ladder(
            String kind,
            String type,
            String currency,
            BigDecimal per,
            String uom,
            String scope,
            Long supplierId,
            Instant from,
            Instant to,
            Instant recordedAt,
            Instant supersededAt,
            List<Long> id,
            List<BigDecimal> amount,
            List<BigDecimal> minimum) {

        Stream<PriceRow> rows() {
            var isCost = kind.equals("cost");
            var priceType = Words.find(PriceType.class, type).orElseThrow();
            var priceScope = PriceScope.of(scope);
            return IntStream.range(0, id.size())
                    .mapToObj(i -> new PriceRow(
                            id.get(i),
                            isCost,
                            priceType,
                            amount.get(i),
                            currency,
                            per,
                            uom,
                            minimum.get(i),
                            priceScope,
                            supplierId,
                            from,
                            to,
                            recordedAt,
                            supersededAt));
        }
    }

    /**
     * Whom the prices are for.
     *
     * @param id null for a group as such
     * @param lists that are made for the customer or the group, the first to be asked first
     */
    record OfCustomer(
            Long id, String currency, Long groupId, String priceType, BigDecimal discountPercent, List<Long> lists) {}

    /** The settings of the tenant; it may have none. */
    record OfTenant(String pricePolicy, BigDecimal minMarginPercent) {}
}
