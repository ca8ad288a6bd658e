package org.quartermaster.procurement.search;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;

/**
 * Counts the values of facets: one query for those that the same tenders count for, which looks at them once. Above the
 * cap it counts a sample of them and scales it up.
 */
final class FacetCounts {
    private static final String TENDERS = "procurement.tenders t";
    private static final String COUNT = """
            with size as (select count(*) > %1$d as is_big from (%2$s limit %3$d) x),
            matched as materialized (
              %4$s and not (select is_big from size) union all %5$s and (select is_big from size)
            ), counted as (%6$s),
            ranked as (
              select *, row_number() over (partition by facet order by value is null, tenders desc, value) as place
              from counted
            )
            select facet, case when place <= 20 then value end as value,
              case when value is null then 'unknown' when place <= 20 then 'value' else 'other' end as kind,
              cast(round(sum(tenders) * case when s.is_big then 100 / procurement.tenders_sample() else 1 end) as bigint)
                as tenders, s.is_big
            from ranked cross join size s
            group by 1, 2, 3, s.is_big
            order by 1, tenders desc, 2
            """;
    private static final String ONE = """
            select '%1$s' as facet, cast(%1$s as text) as value, count(*) as tenders from matched group by %1$s\
            """;

    /** NB: 'none' of a list is unknown, as is null of a single value. */
    private static final String EACH = """
            select '%1$s' as facet, each.value, count(*) as tenders
            from matched left join lateral (select distinct value from unnest(%1$s) as value) each on true
            group by each.value\
            """;

    private FacetCounts() {}

    /** A value and how many tenders have it. */
    @Schema(name = "FacetValue")
    record Value(String value, long count) {}

    /** The commonest values, and how many tenders have another one or none that is known. */
    @Schema(name = "FacetCount")
    record Counts(List<Value> values, long other, long unknown) {}

    /** All facets that were asked for; exact unless sampled. */
    record Result(Map<String, Counts> facets, boolean exact) {}

    /** The queries for the facets, those with the same filters in one. */
    static List<Query> queries(List<Facet> facets, Asked asked, int cap, Instant instant) {
        return facets.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        facet -> asked.without(facet).toString(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(group -> query(group, asked.without(group.get(0)).conditions(instant), cap))
                .toList();
    }

    private static Query query(List<Facet> facets, List<Part> conditions, int cap) {
        var columns = facets.stream()
                .map(facet -> facet.sql() + " as " + Words.of(facet))
                .collect(Collectors.joining(", "));
        var counts = facets.stream()
                .map(facet -> (facet == Facet.CPV_DIVISION ? EACH : ONE).formatted(Words.of(facet)))
                .collect(Collectors.joining(" union all "));
        var found = Found.query("1", TENDERS, conditions);
        var sql = COUNT.formatted(
                cap,
                found.sql(),
                cap + 1,
                Found.query(columns, TENDERS, conditions).sql(),
                Found.query(columns, TENDERS + Found.SAMPLED, conditions).sql(),
                counts);
        return new Query(sql, found.parameters());
    }

    /** Puts the answers together. */
    static Result read(List<Facet> facets, List<RowSet<Row>> answers) {
        var counts = new LinkedHashMap<String, Counts>();
        facets.forEach(facet -> counts.put(Words.of(facet), new Counts(new ArrayList<>(), 0, 0)));
        var exact = true;
        for (var answer : answers) {
            for (var row : answer) {
                counts.compute(row.getString("facet"), (name, before) -> with(before, row));
                exact &= !row.getBoolean("is_big");
            }
        }
        return new Result(counts, exact);
    }

    private static Counts with(Counts counts, Row row) {
        long tenders = row.getLong("tenders");
        return switch (row.getString("kind")) {
            case "other" -> new Counts(counts.values, tenders, counts.unknown);
            case "unknown" -> new Counts(counts.values, counts.other, tenders);
            default -> {
                counts.values.add(new Value(row.getString("value"), tenders));
                yield counts;
            }
        };
    }
}
