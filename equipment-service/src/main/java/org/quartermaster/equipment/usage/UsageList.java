package org.quartermaster.equipment.usage;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.quartermaster.equipment.machine.MachinePresence;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.security.Caller;

/** The use of a machine, never stale: its dirty days are derived before they are read. */
@ApplicationScoped
class UsageList {
    private static final String DIRTY = "select 1 from equipment_usage_dirty where equipment_id = $1 limit 1";
    private static final String TOTALS = """
            select usage_total_at($1, $2, 'hours', edge) as hours, usage_total_at($1, $2, 'km', edge) as km
            from unnest(cast($3 as timestamptz[])) with ordinality edges (edge, place) order by place
            """;
    /** Whole days as they were derived, and parts of days from their samples. */
    private static final String SUMS = """
            select width_bucket(piece.at, cast($3 as timestamptz[])) as bucket, sum(piece.distance_km) as distance_km,
              sum(piece.samples) as samples
            from (
              select cast(day as timestamp) at time zone 'UTC' as at, distance_km, samples from equipment_usage_daily
              where equipment_id = $2 and day >= $4 and day < $5
              union all
              select part.starts, facts.path_km + coalesce(cast(great_circle_km(
                  before.lat, before.lon, facts.lats[1], facts.lons[1]) as numeric), 0), facts.samples
              from unnest(cast($6 as timestamptz[]), cast($7 as timestamptz[])) part (starts, ends)
              cross join lateral usage_facts($1, $2, part.starts, part.ends) facts
              left join lateral (
                (select recorded_at, lat, lon from equipment_telemetry
                 where equipment_id = $2 and recorded_at >= date_trunc('day', part.starts, 'UTC')
                   and recorded_at < part.starts and lat is not null and is_doubted(warnings, 'position') is not true
                 order by recorded_at desc, sample_key desc limit 1)
                union all
                (select last_at, last_lat, last_lon from equipment_usage_daily
                 where equipment_id = $2 and day < cast(part.starts at time zone 'UTC' as date)
                   and first_lat is not null
                 order by day desc limit 1)
                order by recorded_at desc limit 1) before on true) piece
            group by bucket
            """;

    private final TenantDatabase database;
    private final Writes writes;

    @Inject
    UsageList(TenantDatabase database, Writes writes) {
        this.database = database;
        this.writes = writes;
    }

    /** The use between each edge and the next; 404 without the machine. */
    Uni<List<Usage>> find(Caller caller, MachinePresence machine, List<Instant> edges) {
        var queries = List.of(
                machine.query(),
                Query.of(DIRTY, machine.equipmentId()),
                Query.of(TOTALS, caller.tenant(), machine.equipmentId(), times(edges, edge -> edge)),
                sums(caller, machine, edges));
        return database.readAll(caller, queries)
                .invoke(results -> MachineRepository.NOT_FOUND.require(results.get(0)))
                .chain(results -> results.get(1).size() == 0
                        ? Uni.createFrom().item(results)
                        : derive(caller, machine).chain(() -> database.readAll(caller, queries)))
                .map(results -> usage(edges, results.get(2), results.get(3)));
    }

    private Uni<Void> derive(Caller caller, MachinePresence machine) {
        return writes.write(caller, unit -> unit.session()
                .createNativeQuery("select derive_usage(?1, ?2)", Integer.class)
                .setParameter(1, caller.tenant())
                .setParameter(2, machine.equipmentId())
                .getSingleResult()
                .replaceWithVoid());
    }

    private static Query sums(Caller caller, MachinePresence machine, List<Instant> edges) {
        var days = Days.of(edges.get(0), edges.get(edges.size() - 1));
        return Query.of(
                SUMS,
                caller.tenant(),
                machine.equipmentId(),
                times(edges, edge -> edge),
                days.first(),
                days.end(),
                times(days.parts(), Days.Part::from),
                times(days.parts(), Days.Part::to));
    }

    private static <T> OffsetDateTime[] times(List<T> items, Function<T, Instant> time) {
        return items.stream()
                .map(item -> time.apply(item).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static List<Usage> usage(List<Instant> edges, RowSet<Row> totals, RowSet<Row> sums) {
        var at = StreamSupport.stream(totals.spliterator(), false).toList();
        var byBucket = new HashMap<Integer, Row>();
        sums.forEach(row -> byBucket.put(row.getInteger("bucket"), row));
        var usage = new ArrayList<Usage>();
        for (var i = 0; i + 1 < edges.size(); i++) {
            var sum = byBucket.get(i + 1);
            usage.add(new Usage(
                    edges.get(i),
                    edges.get(i + 1),
                    used(at.get(i), at.get(i + 1), "hours"),
                    used(at.get(i), at.get(i + 1), "km"),
                    rounded(sum == null ? BigDecimal.ZERO : sum.getBigDecimal("distance_km")),
                    sum == null ? 0 : sum.getLong("samples")));
        }
        return usage;
    }

    private static BigDecimal used(Row from, Row to, String counter) {
        var before = from.getBigDecimal(counter);
        return before == null ? null : rounded(to.getBigDecimal(counter).subtract(before));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(3, RoundingMode.HALF_UP);
    }
}
