package org.quartermaster.equipment.samples;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.Cursor;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.TimeRange;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * The samples of one machine by bucket. A page spans at most {@code limit} buckets of time from its first sample on,
 * so that it reads a bounded part of the history, however long that is.
 */
@ApplicationScoped
class SummaryList {
    private final TenantDatabase database;

    @Inject
    SummaryList(TenantDatabase database) {
        this.database = database;
    }

    /** What is asked for. */
    private record Ask(MachinePresence machine, TimeRange range, Bucket bucket, Order order, int limit) {
        boolean newestFirst() {
            return order == Order.NEWEST;
        }

        /** The part of the range that the page beginning with a sample of this time covers. */
        TimeRange window(Instant edge) {
            var start = bucket.start(edge);
            return newestFirst()
                    ? within(bucket.after(start, 1 - limit), bucket.after(start, 1))
                    : within(start, bucket.after(start, limit));
        }

        private TimeRange within(Instant from, Instant to) {
            return new TimeRange(
                    from.isBefore(range.from()) ? range.from() : from, to.isAfter(range.to()) ? range.to() : to);
        }

        /** What the next page has to look at. */
        TimeRange beyond(TimeRange window) {
            return newestFirst() ? new TimeRange(range.from(), window.from()) : new TimeRange(window.to(), range.to());
        }

        Query edge(TimeRange part) {
            var sql = newestFirst() ? SummaryQuery.EDGE_NEWEST : SummaryQuery.EDGE_OLDEST;
            return Query.of(sql, machine.equipmentId(), part.start(), part.end());
        }

        Query sums(String sql, TimeRange part) {
            return Query.of(sql, machine.equipmentId(), part.start(), part.end(), (double) bucket.seconds());
        }
    }

    Uni<Slice<Measured>> find(Caller caller, String equipmentId, Fields query) {
        var given = new Ask(
                MachinePresence.read(caller, query, equipmentId),
                TimeRange.read(query),
                Bucket.read(query),
                query.word("order", Order.class).or(Order.NEWEST),
                query.integer("limit", 1, SampleList.MAX_LIMIT).or(SampleList.USUAL_LIMIT));
        var cursorText = query.text("cursor", 0, 2_000).value();
        query.checkQuery();
        var identity = Integer.toHexString(given.toString().hashCode());
        var cursor = Cursor.decode(cursorText, identity, 1);
        var part = cursor == null ? given.range : given.beyond(reached(cursor));
        return database.readAll(caller, List.of(given.machine.query(), given.edge(part)))
                .invoke(results -> MachineRepository.NOT_FOUND.require(results.get(0)))
                .chain(results -> results.get(1).size() == 0
                        ? Uni.createFrom().item(page(given, List.of(), null))
                        : sum(caller, given, time(results.get(1).iterator().next(), "recorded_at"), identity));
    }

    private static TimeRange reached(Cursor cursor) {
        try {
            var place = Instant.parse(cursor.values().get(0));
            return new TimeRange(place, place);
        } catch (DateTimeParseException | NullPointerException forged) {
            throw Problem.of(ProblemType.BAD_CURSOR);
        }
    }

    private Uni<Slice<Measured>> sum(Caller caller, Ask ask, Instant edge, String identity) {
        var window = ask.window(edge);
        var queries = List.of(
                ask.sums(SummaryQuery.COLUMNS, window),
                ask.sums(SummaryQuery.MEASURES, window),
                ask.edge(ask.beyond(window)));
        return database.readAll(caller, queries).map(results -> {
            var items = items(ask, results.get(0), measures(results.get(1)));
            var place = ask.newestFirst() ? window.from() : window.to();
            var more = results.get(2).size() > 0;
            return page(ask, items, more ? new Cursor(identity, false, List.of(place.toString())).encode() : null);
        });
    }

    private static Slice<Measured> page(Ask ask, List<Measured> items, String next) {
        return new Slice<>(items, null, false, ask.limit, 0, next, null, List.of());
    }

    private static List<Measured> items(Ask ask, RowSet<Row> rows, Map<Instant, Map<String, Summary.Spread>> measures) {
        var items = new ArrayList<Measured>();
        for (var row : rows) {
            var starts = time(row, "starts");
            var values = new LinkedHashMap<String, Summary.Spread>();
            SummaryQuery.names().forEach(name -> values.put(name, spread(row, name)));
            items.add(new Summary(
                    starts,
                    ask.bucket.after(starts, 1),
                    row.getLong("samples"),
                    values,
                    measures.getOrDefault(starts, Map.of())));
        }
        if (ask.newestFirst()) {
            Collections.reverse(items);
        }
        return items;
    }

    private static Map<Instant, Map<String, Summary.Spread>> measures(RowSet<Row> rows) {
        var measures = new TreeMap<Instant, Map<String, Summary.Spread>>();
        rows.forEach(row -> measures.computeIfAbsent(time(row, "starts"), starts -> new LinkedHashMap<>())
                .put(row.getString("name"), spread(row, "value")));
        return measures;
    }

    private static Summary.Spread spread(Row row, String name) {
        var min = row.getBigDecimal(name + "_min");
        return min == null
                ? null
                : new Summary.Spread(
                        min,
                        row.getBigDecimal(name + "_max"),
                        row.getBigDecimal(name + "_avg"),
                        row.getBigDecimal(name + "_last"));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
