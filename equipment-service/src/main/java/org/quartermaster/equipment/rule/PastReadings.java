package org.quartermaster.equipment.rule;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.rule.watch.FuelDrop;
import org.quartermaster.equipment.rule.watch.Limits;
import org.quartermaster.equipment.rule.watch.Moment;
import org.quartermaster.equipment.rule.watch.Reading;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;

/**
 * What stood in the history before the samples of a chunk, for all rules of the chunk at once.
 * NB: the chunk is in the history already; its rows have the time of the transaction as their time of receipt.
 */
final class PastReadings {
    private static final String READINGS = """
            select s.i, v.recorded_at, v.value
            from unnest($2::text[], $3::timestamptz[], $4::text[]) with ordinality as s (equipment_id, at, measure, i)
            cross join lateral (
              select * from (select t.recorded_at, t.sample_key, %s as value from equipment_telemetry t
                where t.tenant_id = $1 and t.equipment_id = s.equipment_id and t.recorded_at <= s.at
                  and t.recorded_at >= s.at - make_interval(days => $5) and t.received_at <> $6
                order by t.recorded_at desc, t.sample_key desc) h
              where h.value is not null limit $7) v
            order by s.i, v.recorded_at, v.sample_key
            """.formatted(Measure.SQL.strip());
    private static final String MOMENTS = """
            select s.i, t.recorded_at, t.fuel_percent, t.speed_kmh,
              case when not coalesce('position_jump' = any (t.warnings), false) then t.lat end as lat, t.lon
            from unnest($2::text[], $3::timestamptz[]) with ordinality as s (equipment_id, at, i)
            join equipment_telemetry t on t.tenant_id = $1 and t.equipment_id = s.equipment_id
              and t.recorded_at <= s.at and t.recorded_at >= s.at - make_interval(secs => $4) and t.received_at <> $5
            order by s.i, t.recorded_at, t.sample_key
            """;

    private PastReadings() {}

    static Query readings(UnitOfWork unit, List<Judgement> judgements) {
        var rows = new Columns<>(judgements);
        return Query.of(
                READINGS,
                unit.caller().tenant(),
                rows.texts(each -> each.moved().machine().equipmentId()),
                rows.times(each -> each.samples().get(0).recordedAt()),
                rows.texts(each -> each.rule().measure),
                (int) Limits.ROW.toDays(),
                Columns.time(unit.now()),
                judgements.stream().mapToInt(Judgement::memory).max().orElse(0));
    }

    static Map<Judgement, List<Reading>> readings(RowSet<Row> rows, List<Judgement> judgements) {
        var found = new IdentityHashMap<Judgement, List<Reading>>();
        rows.forEach(row -> found.computeIfAbsent(asked(row, judgements), any -> new ArrayList<>())
                .add(new Reading(
                        Columns.instant(row.getOffsetDateTime("recorded_at")), null, row.getBigDecimal("value"))));
        return found;
    }

    static Query moments(UnitOfWork unit, List<Judgement> judgements) {
        var rows = new Columns<>(judgements);
        return Query.of(
                MOMENTS,
                unit.caller().tenant(),
                rows.texts(each -> each.moved().machine().equipmentId()),
                rows.times(each -> each.samples().get(0).recordedAt()),
                (double) FuelDrop.WITHIN.multipliedBy(2).toSeconds(),
                Columns.time(unit.now()));
    }

    static Map<Judgement, List<Moment>> moments(RowSet<Row> rows, List<Judgement> judgements) {
        var found = new IdentityHashMap<Judgement, List<Moment>>();
        rows.forEach(row -> found.computeIfAbsent(asked(row, judgements), any -> new ArrayList<>())
                .add(new Moment(
                        Columns.instant(row.getOffsetDateTime("recorded_at")),
                        null,
                        row.getBigDecimal("fuel_percent"),
                        row.getDouble("lat"),
                        row.getDouble("lat") == null ? null : row.getDouble("lon"),
                        row.getDouble("speed_kmh"))));
        return found;
    }

    private static Judgement asked(Row row, List<Judgement> judgements) {
        return judgements.get(row.getLong("i").intValue() - 1);
    }
}
