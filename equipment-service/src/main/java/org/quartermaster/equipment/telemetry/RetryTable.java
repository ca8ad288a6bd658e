package org.quartermaster.equipment.telemetry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.telemetry.Offer.Mode;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Json;

/** What can be offered again: samples that were refused, and those of the history whose readings have no effect. */
final class RetryTable {
    private RetryTable() {}

    /** Takes refused samples that came before a time and were not offered again, the oldest first. */
    static Query refused(UnitOfWork unit, RetryFilter filter, Instant before, int limit) {
        return Query.of(
                """
                update telemetry_rejects r set retried_at = $1
                from (select tenant_id, received_at, batch_id, batch_position from telemetry_rejects
                  where received_at < $2 and retried_at is null
                    and ($3::text is null or equipment_id = $3 or equipment_ref = $3)
                    and ($4::timestamptz is null or coalesce(recorded_at, received_at) >= $4)
                    and ($5::timestamptz is null or coalesce(recorded_at, received_at) < $5)
                  order by received_at, batch_id, batch_position limit $6 for update) due
                where r.tenant_id = due.tenant_id and r.received_at = due.received_at and r.batch_id = due.batch_id
                  and r.batch_position = due.batch_position
                returning cast(r.raw as text) as raw, coalesce(r.equipment_id, r.equipment_ref) as machine
                """,
                Columns.time(unit.now()),
                Columns.time(before),
                filter.equipmentId(),
                Columns.time(filter.from()),
                Columns.time(filter.to()),
                limit);
    }

    /** A sample that came by the path of its machine does not name it itself. */
    static Offer refused(Row row, UnitOfWork unit) {
        var raw = Json.stored(row.getString("raw"));
        var named = raw instanceof ObjectNode object
                && Stream.of(Reference.Kind.values())
                        .anyMatch(kind -> object.hasNonNull(kind.name().toLowerCase(Locale.ROOT)));
        return new OfferReader(named ? null : row.getString("machine"), unit.caller()).read(raw);
    }

    /**
     * Takes samples of one machine whose readings have no effect out of the history, after a time and key.
     * NB: those that would be refused as too old stay, or offering them again would lose them.
     */
    static Query doubtful(UnitOfWork unit, RetryFilter filter, Instant afterTime, UUID afterKey, int limit) {
        return Query.of(
                """
                with due as (
                  select tenant_id, equipment_id, recorded_at, sample_key from equipment_telemetry
                  where equipment_id = $1 and (recorded_at, sample_key) > ($2, $3)
                    and ($4::timestamptz is null or recorded_at >= $4)
                    and ($5::timestamptz is null or recorded_at < $5)
                    and recorded_at >= $7
                    and (hours is not null and total_hours is null or km is not null and total_km is null)
                  order by recorded_at, sample_key limit $6)
                delete from equipment_telemetry t using due
                where t.tenant_id = due.tenant_id and t.equipment_id = due.equipment_id
                  and t.recorded_at = due.recorded_at and t.sample_key = due.sample_key
                returning t.*
                """,
                filter.equipmentId(),
                Columns.time(afterTime),
                afterKey,
                Columns.time(filter.from()),
                Columns.time(filter.to()),
                limit,
                Columns.time(unit.now().minus(Chunk.OLDEST)));
    }

    static Offer doubtful(Row row, UnitOfWork unit) {
        var sample = new Sample(
                Columns.instant(row.getOffsetDateTime("recorded_at")),
                null,
                Words.find(Source.class, row.getString("source")).orElseThrow(),
                row.getBigDecimal("fuel_percent"),
                row.getBigDecimal("hours"),
                row.getBigDecimal("km"),
                degrees(row.getDouble("lat")),
                degrees(row.getDouble("lon")),
                row.getFloat("accuracy_m"),
                row.getFloat("altitude_m"),
                row.getFloat("speed_kmh"),
                row.getFloat("heading_deg"),
                row.getBoolean("engine_on"),
                measures(row));
        var machine = Reference.of(Reference.Kind.EQUIPMENT_ID, row.getString("equipment_id"));
        return new Offer(
                machine,
                sample,
                Mode.TOLERANT,
                List.of(),
                warnings(row),
                () -> "null",
                unit.caller(),
                row.getUUID("sample_key"));
    }

    private static BigDecimal degrees(Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(7, RoundingMode.HALF_UP);
    }

    private static Map<String, BigDecimal> measures(Row row) {
        var json = row.getJsonObject("measures");
        var measures = new LinkedHashMap<String, BigDecimal>();
        if (json != null) {
            json.forEach(each ->
                    measures.put(each.getKey(), new BigDecimal(each.getValue().toString())));
        }
        return measures;
    }

    private static List<FieldError> warnings(Row row) {
        var warnings = row.getArrayOfStrings("warnings");
        return warnings != null && Arrays.asList(warnings).contains("unknown_field")
                ? List.of(new FieldError("", "unknown_field"))
                : List.of();
    }
}
