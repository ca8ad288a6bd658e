package org.quartermaster.procurement.plan;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;

/**
 * A plan, and what it costs.
 *
 * @param plan its name, such as {@code starter}
 * @param priceIds what the provider of payments calls its prices
 */
public record Plan(
        String plan,
        int rank,
        BigDecimal priceMonthEur,
        BigDecimal priceYearEur,
        BigDecimal priceMonthMkd,
        List<String> priceIds,
        Limits limits) {
    /** What an organization has that has bought nothing. */
    public static final String FREE = "free";

    /** A row of plans. */
    public static Plan of(Row row) {
        return new Plan(
                row.getString("plan"),
                row.getInteger("rank"),
                row.getBigDecimal("price_month_eur"),
                row.getBigDecimal("price_year_eur"),
                row.getBigDecimal("price_month_mkd"),
                List.of(row.getArrayOfStrings("price_ids")),
                Limits.of(row));
    }

    /** Whether it is the one that costs nothing. */
    public boolean isFree() {
        return plan.equals(FREE);
    }
}
