package org.quartermaster.equipment.telemetry;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quartermaster.equipment.meter.Release;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/**
 * Samples in the history. A reading without effect has no total there, and its doubt stands among the warnings.
 * NB: joined laterally with a limit, so that PostgreSQL looks every sample up by key, however small the table was
 * when it planned.
 */
final class HistoryTable {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("1970-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("2200-01-01T00:00:00Z");
    private static final String KNOWN = """
            select s.i
            from unnest($2::text[], $3::timestamptz[], $4::uuid[]) with ordinality
              as s (equipment_id, recorded_at, sample_key, i)
            cross join lateral (select from equipment_telemetry t where t.tenant_id = $1
              and t.equipment_id = s.equipment_id and t.recorded_at = s.recorded_at and t.sample_key = s.sample_key
              limit 1) found
            """;
    private static final String NEXT = """
            left join lateral (select t.recorded_at as at, %1$s from equipment_telemetry t
              where t.tenant_id = $1 and t.equipment_id = s.equipment_id and t.recorded_at %2$s and %3$s
              order by t.recorded_at %4$s limit 1) %5$s on true
            """;
    private static final String HOURS = "t.total_hours is not null";
    private static final String KM = "t.total_km is not null";
    private static final String PLACED =
            "t.lat is not null and not coalesce('position_jump' = any (t.warnings), false)";
    private static final String NEIGHBOURS = """
            select s.i, hb.at as hb_at, hb.hours as hb, ha.at as ha_at, ha.hours as ha,
              kb.at as kb_at, kb.km as kb, ka.at as ka_at, ka.km as ka, pb.at as pb_at, pb.lat, pb.lon
            from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
              $7::timestamptz[], $8::timestamptz[]) with ordinality
              as s (equipment_id, recorded_at, hours_from, hours_to, km_from, km_to, place_from, i)
            """
            + before("t.hours", "hours_from", HOURS, "hb")
            + after("t.hours", "hours_to", HOURS, "ha")
            + before("t.km", "km_from", KM, "kb")
            + after("t.km", "km_to", KM, "ka")
            + before("t.lat, t.lon", "place_from", PLACED, "pb");
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

    private static String before(String columns, String from, String counts, String name) {
        return NEXT.formatted(columns, "> s." + from + " and t.recorded_at <= s.recorded_at", counts, "desc", name);
    }

    private static String after(String columns, String to, String counts, String name) {
        return NEXT.formatted(columns, "> s.recorded_at and t.recorded_at < s." + to, counts, "asc", name);
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

    /**
     * What counts next to each of the samples, by their place in the list from 1.
     * NB: looked for no further than to the next sample of the list, which looks beyond, so that few partitions are
     * opened for one.
     *
     * @param entries machine by machine, in the order of device time
     */
    static Query neighbours(UnitOfWork unit, List<Entry> entries) {
        var rows = new Columns<>(entries);
        return Query.of(
                NEIGHBOURS,
                unit.caller().tenant(),
                rows.texts(entry -> entry.ledger().id()),
                rows.times(entry -> entry.sample().recordedAt()),
                from(entries, Ledger::asksHours),
                to(entries, Ledger::asksHours),
                from(entries, Ledger::asksKm),
                to(entries, Ledger::asksKm),
                from(entries, Ledger::asksPlace));
    }

    private static OffsetDateTime[] from(List<Entry> entries, BiPredicate<Ledger, Entry> asks) {
        return bounds(entries, IntStream.range(0, entries.size()), asks, FIRST);
    }

    private static OffsetDateTime[] to(List<Entry> entries, BiPredicate<Ledger, Entry> asks) {
        var backwards = IntStream.range(0, entries.size()).map(i -> entries.size() - 1 - i);
        return bounds(entries, backwards, asks, LAST);
    }

    /** The time of the sample that asks the same of the same machine before each; null for one that does not ask. */
    private static OffsetDateTime[] bounds(
            List<Entry> entries, IntStream order, BiPredicate<Ledger, Entry> asks, OffsetDateTime end) {
        var bounds = new OffsetDateTime[entries.size()];
        var last = new Object() {
            Entry entry;
        };
        order.filter(i -> asks.test(entries.get(i).ledger(), entries.get(i))).forEach(i -> {
            var entry = entries.get(i);
            var same = last.entry != null && last.entry.ledger() == entry.ledger();
            bounds[i] = same ? Columns.time(last.entry.sample().recordedAt()) : end;
            last.entry = entry;
        });
        return bounds;
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
