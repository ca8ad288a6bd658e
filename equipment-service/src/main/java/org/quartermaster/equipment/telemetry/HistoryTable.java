package org.quartermaster.equipment.telemetry;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.equipment.meter.Release;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.Words;

/**
 * Samples in the history. A reading without effect has no total there, and its doubt stands among the warnings.
 * NB: joined laterally with a limit, so that PostgreSQL looks every sample up by key, however small the table was
 * when it planned.
 */
final class HistoryTable {
    private static final String KNOWN = """
            select s.i
            from unnest($2::text[], $3::timestamptz[], $4::uuid[]) with ordinality
              as s (equipment_id, recorded_at, sample_key, i)
            cross join lateral (select from equipment_telemetry t where t.tenant_id = $1
              and t.equipment_id = s.equipment_id and t.recorded_at = s.recorded_at and t.sample_key = s.sample_key
              limit 1) found
            """;
    // NB: within a month first, as the search without an end opens every partition.
    private static final String NEXT = """
            left join lateral ((select t.recorded_at as at, %1$s from equipment_telemetry t
                where s.has_%2$s and t.tenant_id = $1 and t.equipment_id = s.equipment_id and t.recorded_at %3$s
                  and t.recorded_at %4$s and %5$s
                order by t.recorded_at %6$s limit 1)
              union all (select t.recorded_at as at, %1$s from equipment_telemetry t
                where s.has_%2$s and t.tenant_id = $1 and t.equipment_id = s.equipment_id and t.recorded_at %3$s
                  and %5$s
                order by t.recorded_at %6$s limit 1)
              limit 1) %7$s on true
            """;
    private static final String BEFORE = "<= s.recorded_at";
    private static final String AFTER = "> s.recorded_at";
    private static final String PLACED =
            "t.lat is not null and not coalesce('position_jump' = any (t.warnings), false)";
    private static final String NEIGHBOURS = """
            select s.i, hb.at as hb_at, hb.hours as hb, ha.at as ha_at, ha.hours as ha,
              kb.at as kb_at, kb.km as kb, ka.at as ka_at, ka.km as ka, pb.at as pb_at, pb.lat, pb.lon
            from unnest($2::text[], $3::timestamptz[], $4::bool[], $5::bool[], $6::bool[]) with ordinality
              as s (equipment_id, recorded_at, has_hours, has_km, has_place, i)
            """
            + next("t.hours", "hours", BEFORE, "t.total_hours is not null", "hb")
            + next("t.hours", "hours", AFTER, "t.total_hours is not null", "ha")
            + next("t.km", "km", BEFORE, "t.total_km is not null", "kb")
            + next("t.km", "km", AFTER, "t.total_km is not null", "ka")
            + next("t.lat, t.lon", "place", BEFORE, PLACED, "pb");
    private static final String INSERT = """
            insert into equipment_telemetry (tenant_id, batch_id, received_at, equipment_id, recorded_at, sample_key,
              source, fuel_percent, hours, total_hours, km, total_km, lat, lon, accuracy_m, altitude_m, speed_kmh,
              heading_deg, engine_on, measures, warnings)
            select $1, $2, $3, s.equipment_id, s.at, s.key, s.source, s.fuel, s.hours, s.total_hours, s.km,
              s.total_km, s.lat, s.lon, s.accuracy, s.altitude, s.speed, s.heading, s.engine,
              cast(s.measures as jsonb), string_to_array(s.warnings, ',')
            from unnest($4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::numeric[], $9::numeric[],
              $10::numeric[], $11::numeric[], $12::numeric[], $13::float8[], $14::float8[], $15::float4[],
              $16::float4[], $17::float4[], $18::float4[], $19::bool[], $20::text[], $21::text[])
              as s (equipment_id, at, key, source, fuel, hours, total_hours, km, total_km, lat, lon, accuracy,
                altitude, speed, heading, engine, measures, warnings)
            on conflict do nothing
            """;

    private HistoryTable() {}

    private static String next(String columns, String field, String side, String counts, String name) {
        var before = side.equals(BEFORE);
        var near = before ? ">= s.recorded_at - interval '31 days'" : "<= s.recorded_at + interval '31 days'";
        return NEXT.formatted(columns, field, side, near, counts, before ? "desc" : "asc", name);
    }

    /** Which of the samples are stored already, by their place in the list from 1. */
    static Query known(UnitOfWork unit, List<Entry> entries) {
        var rows = new Columns<>(entries);
        return Query.of(
                KNOWN,
                unit.caller().tenant(),
                rows.texts(entry -> entry.ledger().id()),
                rows.times(entry -> entry.sample().recordedAt()),
                rows.uuids(Entry::key));
    }

    /** What counts next to each of the samples, by their place in the list from 1. */
    static Query neighbours(UnitOfWork unit, List<Entry> entries) {
        var rows = new Columns<>(entries);
        return Query.of(
                NEIGHBOURS,
                unit.caller().tenant(),
                rows.texts(entry -> entry.ledger().id()),
                rows.times(entry -> entry.sample().recordedAt()),
                rows.booleans(entry -> entry.ledger().asksHours(entry)),
                rows.booleans(entry -> entry.ledger().asksKm(entry)),
                rows.booleans(entry -> entry.ledger().asksPlace(entry)));
    }

    static void know(Ledger ledger, Row row) {
        for (var side : List.of("b", "a")) {
            var hoursAt = Columns.instant(row.getOffsetDateTime("h" + side + "_at"));
            if (hoursAt != null) {
                ledger.hours().know(hoursAt, row.getBigDecimal("h" + side));
            }
            var kmAt = Columns.instant(row.getOffsetDateTime("k" + side + "_at"));
            if (kmAt != null) {
                ledger.km().know(kmAt, row.getBigDecimal("k" + side));
            }
        }
        var placedAt = Columns.instant(row.getOffsetDateTime("pb_at"));
        if (placedAt != null) {
            ledger.places().know(new Place(placedAt, row.getDouble("lat"), row.getDouble("lon")));
        }
    }

    static Query insert(UnitOfWork unit, String batchId, List<Entry> entries) {
        var rows = new Columns<>(entries);
        return Query.of(
                INSERT,
                unit.caller().tenant(),
                batchId,
                Columns.time(unit.now()),
                rows.texts(entry -> entry.ledger().id()),
                rows.times(entry -> entry.sample().recordedAt()),
                rows.uuids(Entry::key),
                rows.texts(entry -> Words.of(entry.sample().source())),
                rows.numbers(entry -> entry.sample().fuelPercent()),
                rows.numbers(entry -> Verdict.value(entry.verdict().hours())),
                rows.numbers(entry -> Verdict.total(entry.verdict().hours())),
                rows.numbers(entry -> Verdict.value(entry.verdict().km())),
                rows.numbers(entry -> Verdict.total(entry.verdict().km())),
                rows.doubles(entry -> entry.verdict().lat()),
                rows.doubles(entry -> entry.verdict().lon()),
                rows.floats(entry -> entry.sample().accuracyM()),
                rows.floats(entry -> entry.sample().altitudeM()),
                rows.floats(entry -> entry.sample().speedKmh()),
                rows.floats(entry -> entry.sample().headingDeg()),
                rows.booleans(entry -> entry.sample().engineOn()),
                rows.texts(HistoryTable::measures),
                rows.texts(HistoryTable::warnings));
    }

    private static String measures(Entry entry) {
        var measures = entry.sample().measures();
        return measures.isEmpty()
                ? null
                : measures.entrySet().stream()
                        .map(each ->
                                "\"" + each.getKey() + "\":" + each.getValue().toPlainString())
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** Codes alone; those of the odometer are told apart. */
    private static String warnings(Entry entry) {
        var warnings = entry.warnings();
        return warnings.isEmpty()
                ? null
                : warnings.stream()
                        .map(warning -> warning.field().endsWith("km")
                                ? warning.code().replace("hours_", "km_")
                                : warning.code())
                        .distinct()
                        .collect(Collectors.joining(","));
    }

    /**
     * Notes the days whose usage must be derived anew.
     * NB: a day that is noted already becomes a new version, which a derivation on its way does not take for done.
     */
    static Query touchDays(UnitOfWork unit, List<Entry> entries) {
        record Day(String machine, LocalDate day) {}
        var days = new LinkedHashSet<Day>();
        entries.forEach(entry -> days.add(
                new Day(entry.ledger().id(), LocalDate.ofInstant(entry.sample().recordedAt(), ZoneOffset.UTC))));
        var rows = new Columns<>(List.copyOf(days));
        return Query.of("""
                insert into equipment_usage_dirty (tenant_id, equipment_id, day)
                select $1, s.* from unnest($2::text[], $3::date[]) as s
                on conflict (tenant_id, equipment_id, day) do update set updated_at = clock_timestamp()
                """, unit.caller().tenant(), rows.texts(Day::machine), rows.dates(Day::day));
    }

    /** Gives readings that were held their effect. */
    static Query release(UnitOfWork unit, Ledger ledger, Release release) {
        var kind = Words.of(release.kind());
        return Query.of(
                """
                update equipment_telemetry set total_%1$s = %1$s + $1::numeric,
                  warnings = nullif(array_remove(warnings, '%1$s_jump'), '{}')
                where tenant_id = $2 and equipment_id = $3 and recorded_at >= $4 and recorded_at < $5
                  and '%1$s_jump' = any (warnings) and %1$s between $6::numeric and $7::numeric
                """.formatted(kind),
                release.offset(),
                unit.caller().tenant(),
                ledger.id(),
                Columns.time(release.from()),
                Columns.time(release.to()),
                release.low(),
                release.high());
    }

    /** Gives places that were held their effect. */
    static Query releasePlaces(UnitOfWork unit, Ledger ledger) {
        return Query.of(
                """
                update equipment_telemetry set warnings = nullif(array_remove(warnings, 'position_jump'), '{}')
                where tenant_id = $1 and equipment_id = $2 and recorded_at >= $3 and 'position_jump' = any (warnings)
                """,
                unit.caller().tenant(),
                ledger.id(),
                Columns.time(ledger.places().releasedFrom()));
    }
}
