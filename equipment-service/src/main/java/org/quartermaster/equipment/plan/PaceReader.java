package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.reading.Total;
import org.quartermaster.platform.change.UnitOfWork;

/** The paces of machines from the history of their readings, for all machines in one statement. */
@ApplicationScoped
class PaceReader {
    private static final int TOTAL_SCALE = 6;
    private static final long WINDOW = Clock.micros(28).longValueExact();

    // Counted by the range of an index. NB: not from equipment_usage_daily, whose days may wait to be derived.
    private static final String COUNTED = """
            select cast(count(*) as int) as readings,
              cast(count(distinct cast(t.recorded_at at time zone 'UTC' as date)) as int) as days
            from equipment_telemetry t
            where t.tenant_id = m.tenant_id and t.equipment_id = m.equipment_id
              and t.recorded_at between newest.recorded_at - interval '28 days' and newest.recorded_at
              and t.total_{kind} is not null
            """;
    private static final String READING = """
            select t.recorded_at, cast(extract(epoch from t.recorded_at) * 1000000 as bigint) as at,
              t.total_{kind} as total
            from equipment_telemetry t
            where t.tenant_id = m.tenant_id and t.equipment_id = m.equipment_id
              and t.total_{kind} is not null
            """;
    // NB: without a total there is no reading, and looking for one would go through the whole history.
    private static final String SQL = """
            select m.equipment_id, counted.readings, counted.days, newest.at as newest_at,
              newest.total as newest_total, older.at as older_at, older.total as older_total,
              inner_first.at as inner_at, inner_first.total as inner_total
            from equipment m
            cross join lateral ({reading} order by t.recorded_at desc limit 1) newest
            left join lateral ({reading}
              and t.recorded_at <= newest.recorded_at - interval '28 days'
              order by t.recorded_at desc limit 1) older on true
            left join lateral ({reading}
              and t.recorded_at > newest.recorded_at - interval '28 days'
              order by t.recorded_at limit 1) inner_first on true
            cross join lateral ({counted}) counted
            where m.equipment_id in (select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
              and m.current_{kind} is not null
            """.replace("{reading}", READING).replace("{counted}", COUNTED);

    Uni<Map<String, Paces>> read(UnitOfWork unit, List<String> equipmentIds) {
        if (equipmentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var paces = new HashMap<String, Paces>();
        return read(unit, equipmentIds, "hours")
                .invoke(rows -> rows.forEach(row -> paces.put(id(row), new Paces(pace(row), null))))
                .chain(() -> read(unit, equipmentIds, "km"))
                .invoke(rows -> rows.forEach(row -> paces.merge(
                        id(row), new Paces(null, pace(row)), (hours, km) -> new Paces(hours.hours(), km.km()))))
                .replaceWith(paces);
    }

    private static Uni<List<Tuple>> read(UnitOfWork unit, List<String> equipmentIds, String kind) {
        return unit.session()
                .createNativeQuery(SQL.replace("{kind}", kind), Tuple.class)
                .setParameter(1, array(equipmentIds))
                .getResultList();
    }

    private static String array(List<String> ids) {
        var array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array.toString();
    }

    private static String id(Tuple row) {
        return (String) row.get("equipment_id");
    }

    /** NB: without a reading before the window it begins with the first one in it. */
    private static Pace pace(Tuple row) {
        var newest = total(row, "newest");
        var older = total(row, "older");
        var inner = total(row, "inner");
        var start = newest.at() - WINDOW;
        var first = older == null ? inner : new Total(start, older.towards(inner, start, TOTAL_SCALE));
        return new Pace(
                Instant.EPOCH.plus(newest.at(), ChronoUnit.MICROS),
                newest.value().subtract(first.value()),
                BigDecimal.valueOf(newest.at() - first.at()),
                ((Number) row.get("readings")).intValue(),
                ((Number) row.get("days")).intValue());
    }

    private static Total total(Tuple row, String name) {
        var at = row.get(name + "_at");
        return at == null
                ? null
                : new Total(
                        ((Number) at).longValue(),
                        new BigDecimal(row.get(name + "_total").toString()));
    }
}
