package org.quartermaster.equipment.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The statements behind a page of buckets; $1 machine, $2 and $3 bounds of time, $4 seconds of a bucket. */
final class SummaryQuery {
    /** What is summed up, and how it is read: a doubted value counts in no bucket. */
    private static final Map<String, String> VALUES = values();

    private static final String STARTS =
            "date_bin(make_interval(secs => $4), recorded_at, timestamptz '2000-01-01 00:00:00+00') as starts";
    private static final String WITHIN =
            " from equipment_telemetry where equipment_id = $1 and recorded_at >= $2 and recorded_at < $3";
    private static final String SPREAD = """
            min(%1$s) as %2$s_min, max(%1$s) as %2$s_max, round(cast(avg(%1$s) as numeric), 4) as %2$s_avg,
            (array_agg(%1$s order by recorded_at desc, sample_key desc) filter (where %1$s is not null))[1] as %2$s_last
            """;

    static final String EDGE_NEWEST = "select recorded_at" + WITHIN + " order by recorded_at desc limit 1";
    static final String EDGE_OLDEST = "select recorded_at" + WITHIN + " order by recorded_at limit 1";

    static final String COLUMNS = "select starts, count(*) as samples, "
            + VALUES.keySet().stream().map(name -> SPREAD.formatted(name, name)).collect(Collectors.joining(", "))
            + " from (select recorded_at, sample_key, " + STARTS + ", "
            + VALUES.entrySet().stream()
                    .map(value -> value.getValue() + " as " + value.getKey())
                    .collect(Collectors.joining(", "))
            + WITHIN + ") sample group by starts order by starts";

    static final String MEASURES = "select starts, name, " + SPREAD.formatted("value", "value")
            + " from (select recorded_at, sample_key, measures, " + STARTS + WITHIN
            + " and measures is not null) sample"
            + " cross join lateral (select key as name, cast(value as numeric) as value"
            + " from jsonb_each_text(measures)) measure group by starts, name order by starts, name";

    private SummaryQuery() {}

    static Iterable<String> names() {
        return VALUES.keySet();
    }

    private static Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("fuel_percent", "fuel_percent");
        values.put("hours", "case when is_doubted(warnings, 'hours') is not true then hours end");
        values.put("total_hours", "case when is_doubted(warnings, 'hours') is not true then total_hours end");
        values.put("km", "case when is_doubted(warnings, 'km') is not true then km end");
        values.put("total_km", "case when is_doubted(warnings, 'km') is not true then total_km end");
        values.put("altitude_m", "cast(altitude_m as numeric)");
        values.put("speed_kmh", "cast(speed_kmh as numeric)");
        return values;
    }
}
