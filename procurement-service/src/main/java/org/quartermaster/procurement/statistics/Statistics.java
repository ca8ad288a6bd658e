package org.quartermaster.procurement.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.search.Asked;
import org.quartermaster.procurement.search.Found;
import org.quartermaster.procurement.search.TenderFilters;
import org.quartermaster.procurement.tender.TenderSql;

/** Counts tenders: from the materialized views, or live where there are filters; by the same rules. */
@ApplicationScoped
class Statistics {
    private static final int USUAL_BUYERS = 20;
    private static final int MOST_BUYERS = 100;

    private static final String OVERVIEW_FACT = TenderSql.STATUS
            + " as status, coalesce(t.main_category, '') as main_category, coalesce(t.category, '') as category, ";
    private static final String OVERVIEW = """
            select
              case when grouping(status) = 0 then 'status' when grouping(main_category) = 0 then 'main_category'
                when grouping(category) = 0 then 'category' else 'all' end as dimension,
              coalesce(status, main_category, category, '') as key, currency,\s""" + Measures.COLUMNS + """
             from facts group by grouping sets ((currency), (status, currency), (main_category, currency),
              (category, currency)) order by 1, 2, 3
            """;
    private static final String OVERVIEW_VIEW = """
            select * from procurement.mv_tender_stats_daily
            where dimension in ('all', 'status', 'main_category', 'category') order by 1, 2, 3
            """;

    private static final String TIMELINE =
            "select key, currency, " + Measures.COLUMNS + " from facts group by key, currency order by key, currency";
    private static final String TIMELINE_VIEW =
            "select * from procurement.mv_tender_stats_daily where dimension = '%s' order by key, currency";

    private static final String CPV_FACT =
            "array(select p from unnest(t.cpv_prefixes) p where length(p) = 2) as divisions, " + Measures.IS_OPEN
                    + ", ";
    private static final String CPV = """
            select coalesce(division, '') as division, currency, count(*) filter (where is_open) as open_tenders,\s""" + Measures.COLUMNS + """
             from facts left join lateral unnest(divisions) as division on true group by 1, currency
            """;
    private static final String CPV_NAMED = """
            select s.*, c.description_en as description from (%s) s
            left join procurement.cpv_codes c on c.prefix = s.division and s.division <> ''
            order by s.division, s.currency
            """;
    private static final String BUYERS = "select buyer_entity_id, currency,"
            + " count(*) filter (where is_open) as open_tenders, " + Measures.COLUMNS
            + " from facts group by buyer_entity_id, currency";
    private static final String BUYERS_NAMED = """
            with counted as (%s), top as (
              select buyer_entity_id, sum(tenders) as n from counted where buyer_entity_id is not null
              group by buyer_entity_id order by n desc, buyer_entity_id limit %d
            )
            select s.*, e.name from top join counted s on s.buyer_entity_id = top.buyer_entity_id
            join procurement.entities e on e.entity_id = top.buyer_entity_id
            order by top.n desc, top.buyer_entity_id, s.currency
            """;

    private final TenantDatabase database;

    @Inject
    Statistics(TenantDatabase database) {
        this.database = database;
    }

    /** Which stretches a timeline is cut into. */
    enum Interval {
        MONTH,
        DAY
    }

    /** Tenders of one division of the CPV; null where none of their codes is known. */
    @Schema(name = "CpvStatistics")
    record OfDivision(
            String division,
            String description,
            @JsonUnwrapped Measures measures) {}

    /** Tenders of one buyer. */
    @Schema(name = "BuyerStatistics")
    record OfBuyer(
            UUID buyerEntityId, String name, @JsonUnwrapped Measures measures) {}

    /** Tenders that were published in one month or day, in UTC; null where that is unknown. */
    @Schema(name = "PeriodStatistics")
    record OfPeriod(String period, @JsonUnwrapped Measures measures) {}

    /** What is counted, and when it was. */
    record Counted<T>(List<T> items, Instant asOf) {}

    Uni<Overview> overview(Caller caller, Fields query) {
        var asked = read(caller, query);
        return run(
                caller,
                asked,
                "mv_tender_stats_daily",
                asked.isEverything() ? Query.of(OVERVIEW_VIEW) : live(asked, OVERVIEW_FACT, OVERVIEW),
                Overview::of);
    }

    Uni<Counted<OfPeriod>> timeline(Caller caller, Fields query) {
        var interval = query.word("interval", Interval.class).or(Interval.MONTH);
        var asked = read(caller, query);
        var isMonth = interval == Interval.MONTH;
        var fact = "coalesce(to_char(t.publication_date at time zone 'UTC', '%s'), '') as key, "
                .formatted(isMonth ? "YYYY-MM" : "YYYY-MM-DD");
        var view = Query.of(TIMELINE_VIEW.formatted(isMonth ? "month" : "day"));
        return run(
                caller,
                asked,
                "mv_tender_stats_daily",
                asked.isEverything() ? view : live(asked, fact, TIMELINE),
                (rows, asOf) -> new Counted<>(
                        Measures.byKey(rows, row -> row.getString("key")).entrySet().stream()
                                .map(each -> new OfPeriod(known(each.getKey()), each.getValue()))
                                .toList(),
                        asOf));
    }

    Uni<Counted<OfDivision>> cpv(Caller caller, Fields query) {
        record Division(String prefix, String description) {}
        var asked = read(caller, query);
        var counted =
                asked.isEverything() ? Query.of("select * from procurement.mv_cpv_stats") : live(asked, CPV_FACT, CPV);
        return run(
                caller,
                asked,
                "mv_cpv_stats",
                new Query(CPV_NAMED.formatted(counted.sql()), counted.parameters()),
                (rows, asOf) -> new Counted<>(
                        Measures.byKey(
                                        rows,
                                        row -> new Division(row.getString("division"), row.getString("description")))
                                .entrySet()
                                .stream()
                                .map(each -> new OfDivision(
                                        known(each.getKey().prefix), each.getKey().description, each.getValue()))
                                .toList(),
                        asOf));
    }

    Uni<Counted<OfBuyer>> buyers(Caller caller, Fields query) {
        record Buyer(UUID id, String name) {}
        var limit = query.integer("limit", 1, MOST_BUYERS).or(USUAL_BUYERS);
        var asked = read(caller, query);
        var counted = asked.isEverything()
                ? Query.of("select * from procurement.mv_buyer_stats")
                : live(asked, "t.buyer_entity_id, " + Measures.IS_OPEN + ", ", BUYERS);
        return run(
                caller,
                asked,
                "mv_buyer_stats",
                new Query(BUYERS_NAMED.formatted(counted.sql(), limit), counted.parameters()),
                (rows, asOf) -> new Counted<>(
                        Measures.byKey(rows, row -> new Buyer(row.getUUID("buyer_entity_id"), row.getString("name")))
                                .entrySet()
                                .stream()
                                .map(each -> new OfBuyer(each.getKey().id, each.getKey().name, each.getValue()))
                                .toList(),
                        asOf));
    }

    private static Asked read(Caller caller, Fields query) {
        var asked = TenderFilters.read(caller, query);
        query.checkQuery();
        return asked;
    }

    private static String known(String key) {
        return key.isEmpty() ? null : key;
    }

    private static Query live(Asked asked, String fact, String counting) {
        var facts = Found.query(fact + Measures.FACT, asked, Instant.now());
        return new Query("with facts as (" + facts.sql() + ") " + counting, facts.parameters());
    }

    private <T> Uni<T> run(
            Caller caller, Asked asked, String view, Query counting, BiFunction<RowSet<Row>, Instant, T> form) {
        var asOf = Query.of(
                "select case when $1 then as_of else now() end as as_of from procurement.statistics_refresh"
                        + " where view = $2",
                asked.isEverything(),
                view);
        return database.readAll(caller, List.of(asOf, counting)).map(results -> {
            var time = results.get(0).iterator().next().getOffsetDateTime("as_of");
            return form.apply(results.get(1), Columns.instant(time));
        });
    }
}
