package org.quartermaster.procurement.statistics;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.procurement.statistics.Measures.CurrencyValues;

/**
 * Tenders counted by status and category, and their values.
 *
 * @param byCategory the commonest of the publishers' words
 * @param unknownValue how many tenders have no value, or one without a currency
 * @param asOf when they were counted
 */
@Schema(name = "TenderOverview")
record Overview(
        long total,
        Map<String, Long> byStatus,
        Map<String, Long> byMainCategory,
        Map<String, Long> byCategory,
        List<CurrencyValues> values,
        long unknownValue,
        Instant asOf) {
    private static final int SHOWN = 50;
    private static final String UNKNOWN = "unknown";

    static Overview of(RowSet<Row> rows, Instant asOf) {
        var all = Measures.byKey(of(rows, "all"), row -> "").getOrDefault("", Measures.NONE);
        return new Overview(
                all.tenders(),
                counts(rows, "status"),
                counts(rows, "main_category"),
                counts(rows, "category"),
                all.values(),
                all.unknownValue(),
                asOf);
    }

    private static List<Row> of(RowSet<Row> rows, String dimension) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> dimension.equals(row.getString("dimension")))
                .toList();
    }

    private static Map<String, Long> counts(RowSet<Row> rows, String dimension) {
        var counts = new LinkedHashMap<String, Long>();
        Measures.byKey(of(rows, dimension), row -> row.getString("key")).entrySet().stream()
                .sorted((one, other) ->
                        Long.compare(other.getValue().tenders(), one.getValue().tenders()))
                .limit(SHOWN)
                .forEach(each -> counts.put(
                        each.getKey().isEmpty() ? UNKNOWN : each.getKey(),
                        each.getValue().tenders()));
        return counts;
    }
}
