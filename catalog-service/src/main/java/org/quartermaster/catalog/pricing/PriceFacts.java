package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
            Rows prices) {}

    /** @param validTo excluded, null = open */
    record OfTax(BigDecimal rate, LocalDate validFrom, LocalDate validTo) {
        boolean isValidOn(LocalDate day) {
            return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
        }
    }

    /** Rows of prices, column by column; all null where there is no row. */
    record Rows(
            List<Long> id,
            List<String> kind,
            List<String> type,
            List<BigDecimal> amount,
            List<String> currency,
            List<BigDecimal> per,
            List<String> uom,
            List<BigDecimal> minimum,
            List<String> scope,
            List<Long> supplierId,
            List<Instant> from,
            List<Instant> to,
            List<Instant> recordedAt,
            List<Instant> supersededAt) {

        List<PriceRow> all() {
            return id == null
                    ? List.of()
                    : IntStream.range(0, id.size())
                            .mapToObj(this::row)
                            .sorted(Comparator.comparing(PriceRow::id))
                            .toList();
        }

        private PriceRow row(int i) {
            return new PriceRow(
                    id.get(i),
                    kind.get(i).equals("cost"),
                    Words.find(PriceType.class, type.get(i)).orElseThrow(),
                    amount.get(i),
                    currency.get(i),
                    per.get(i),
                    uom.get(i),
                    minimum.get(i),
                    PriceScope.of(scope.get(i)),
                    supplierId.get(i),
                    from.get(i),
                    to.get(i),
                    recordedAt.get(i),
                    supersededAt.get(i));
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
