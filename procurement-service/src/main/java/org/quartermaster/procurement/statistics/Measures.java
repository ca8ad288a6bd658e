package org.quartermaster.procurement.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.tender.TenderView;

/**
 * How many tenders there are of one kind, and their estimated values in each currency.
 *
 * @param openTenders those that still take bids; null where that is not counted
 * @param unknownValue how many have no value, or one without a currency
 */
record Measures(
        long tenders,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long openTenders,
        List<CurrencyValues> values,
        long unknownValue) {
    /** The columns of a group of facts, as the materialized views have them. */
    static final String COLUMNS = """
            count(*) as tenders, sum(value) as sum, round(avg(value), 4) as mean,
            (percentile_disc(0.5) within group (order by value)
              + percentile_disc(0.5) within group (order by value desc)) * 0.5 as median\
            """;

    /** The columns of a fact that {@link #COLUMNS} are made of, and the currency that they are grouped by. */
    static final String FACT = """
            case when t.estimated_value is not null then coalesce(cast(t.estimated_currency as text), '') else '' end
              as currency,
            case when coalesce(cast(t.estimated_currency as text), '') <> '' then t.estimated_value end as value\
            """;

    /** Whether a tender takes bids. */
    static final String IS_OPEN =
            "t.status = 'open' and (t.closing_date is null or t.closing_date >= now()) as is_open";

    static final Measures NONE = new Measures(0, null, List.of(), 0);

    /**
     * Sum, mean and median of the known values in one currency.
     *
     * @param known how many there are
     */
    @Schema(name = "CurrencyValues")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CurrencyValues(String currency, long known, BigDecimal sum, BigDecimal mean, BigDecimal median) {}

    /** Rows of key, currency and measures as measures by key, in the order of their rows. */
    static <K> Map<K, Measures> byKey(Iterable<Row> rows, Function<Row, K> key) {
        var measures = new LinkedHashMap<K, Measures>();
        for (var row : rows) {
            measures.merge(key.apply(row), of(row), Measures::plus);
        }
        return measures;
    }

    static Measures of(Row row) {
        long tenders = row.getLong("tenders");
        var open = row.getColumnIndex("open_tenders") < 0 ? null : row.getLong("open_tenders");
        var currency = row.getString("currency");
        if (currency.isEmpty()) {
            return new Measures(tenders, open, List.of(), tenders);
        }
        var values = new CurrencyValues(
                currency,
                tenders,
                TenderView.plain(row.getBigDecimal("sum")),
                TenderView.plain(row.getBigDecimal("mean")),
                TenderView.plain(row.getBigDecimal("median")));
        return new Measures(tenders, open, List.of(values), 0);
    }

    private Measures plus(Measures other) {
        var all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Measures(
                tenders + other.tenders,
                openTenders == null ? null : Long.valueOf(openTenders + other.openTenders),
                List.copyOf(all),
                unknownValue + other.unknownValue);
    }
}
