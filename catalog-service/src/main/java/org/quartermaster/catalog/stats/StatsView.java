package org.quartermaster.catalog.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Where a catalogue stands. Deleted products do not count.
 *
 * @param lowStock places where a product runs low
 * @param rfpLines lines of requests by their outcome
 */
public record StatsView(
        Products products, Shares shares, long lowStock, List<Quotations> quotations, Map<String, Long> rfpLines) {

    /** Products by their states. */
    public record Products(long total, Map<String, Long> byStatus, Map<String, Long> byEnrichmentStatus) {}

    /** Parts of all products, from 0 to 1; null where there are none. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Shares(BigDecimal priced, BigDecimal classified, BigDecimal inStock) {}

    /** Quotations of one state in one currency. */
    public record Quotations(String status, String currency, long count, BigDecimal value) {}
}
