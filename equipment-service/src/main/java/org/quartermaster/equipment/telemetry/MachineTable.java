package org.quartermaster.equipment.telemetry;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.equipment.telemetry.Reference.Kind;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** The present values of many machines at once. */
final class MachineTable {
    private static final String SAVE = """
            update equipment e set current_fuel_percent = s.fuel, current_fuel_at = s.fuel_at,
              current_hours = s.hours, current_hours_at = s.hours_at, current_km = s.km,
              current_lat = s.lat, current_lon = s.lon, current_position_at = s.position_at,
              last_seen_at = s.seen_at, last_sample_at = s.sample_at, held_lat = s.held_lat, held_lon = s.held_lon,
              held_position_at = s.held_at, held_position_agreed = s.agreed
            from unnest($2::text[], $3::numeric[], $4::timestamptz[], $5::numeric[], $6::timestamptz[],
              $7::numeric[], $8::numeric[], $9::numeric[], $10::timestamptz[], $11::timestamptz[],
              $12::timestamptz[], $13::float8[], $14::float8[], $15::timestamptz[], $16::int[])
              as s (equipment_id, fuel, fuel_at, hours, hours_at, km, lat, lon, position_at, seen_at, sample_at,
                held_lat, held_lon, held_at, agreed)
            where e.tenant_id = $1 and e.equipment_id = s.equipment_id
            """;

    private MachineTable() {}

    /** Locks the named machines in the order of their ids, so that no two chunks wait for each other. */
    static Query lock(List<Reference> references) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var kind : Kind.values()) {
            var named = references.stream()
                    .filter(reference -> reference.kind() == kind)
                    .map(Reference::value)
                    .toArray(String[]::new);
            if (named.length > 0) {
                values.add(named);
                conditions.add(kind.column + " = any ($" + values.size() + ")");
            }
        }
        var sql = """
                select equipment_id, name, status, equipment_type, brand, model, serial_number, serial_key, vin_key,
                  qr_code, silent_after_minutes, current_fuel_percent, current_fuel_at, current_hours, current_hours_at,
                  current_km, current_lat, current_lon, current_position_at, last_seen_at, last_sample_at,
                  held_lat, held_lon, held_position_at, held_position_agreed
                from equipment where deleted_at is null and (%s) order by equipment_id for update
                """;
        return Query.of(sql.formatted(String.join(" or ", conditions)), values.toArray());
    }

    static MachineFacts facts(Row row) {
        return new MachineFacts(
                row.getString("equipment_id"),
                row.getString("name"),
                Words.find(MachineStatus.class, row.getString("status")).orElseThrow(),
                Words.find(EquipmentType.class, row.getString("equipment_type")).orElseThrow(),
                row.getString("brand"),
                row.getString("model"),
                row.getString("serial_number"),
                row.getInteger("silent_after_minutes"));
    }

    static Current current(Row row) {
        return new Current(
                row.getBigDecimal("current_fuel_percent"),
                Columns.instant(row.getOffsetDateTime("current_fuel_at")),
                row.getBigDecimal("current_hours"),
                Columns.instant(row.getOffsetDateTime("current_hours_at")),
                row.getBigDecimal("current_km"),
                row.getBigDecimal("current_lat"),
                row.getBigDecimal("current_lon"),
                Columns.instant(row.getOffsetDateTime("current_position_at")),
                Columns.instant(row.getOffsetDateTime("last_seen_at")),
                Columns.instant(row.getOffsetDateTime("last_sample_at")));
    }

    static PlaceBook places(Row row) {
        var at = Columns.instant(row.getOffsetDateTime("held_position_at"));
        var held = at == null ? null : new Place(at, row.getDouble("held_lat"), row.getDouble("held_lon"));
        return new PlaceBook(held, row.getInteger("held_position_agreed"));
    }

    /** All names by which samples may refer to the machine. */
    static List<Reference> names(Row row) {
        return Stream.of(Kind.values())
                .filter(kind -> row.getString(kind.column) != null)
                .map(kind -> Reference.of(kind, row.getString(kind.column)))
                .collect(Collectors.toList());
    }

    static Query save(UnitOfWork unit, List<Ledger> ledgers) {
        var rows = new Columns<>(ledgers.stream()
                .map(ledger -> new Saved(ledger.id(), ledger.after(unit.now()), ledger.places()))
                .toList());
        return Query.of(
                SAVE,
                unit.caller().tenant(),
                rows.texts(Saved::id),
                rows.numbers(saved -> saved.after.fuelPercent()),
                rows.times(saved -> saved.after.fuelAt()),
                rows.numbers(saved -> saved.after.hours()),
                rows.times(saved -> saved.after.hoursAt()),
                rows.numbers(saved -> saved.after.km()),
                rows.numbers(saved -> saved.after.lat()),
                rows.numbers(saved -> saved.after.lon()),
                rows.times(saved -> saved.after.positionAt()),
                rows.times(saved -> saved.after.lastSeenAt()),
                rows.times(saved -> saved.after.lastSampleAt()),
                rows.doubles(saved -> saved.held() == null ? null : saved.held().lat()),
                rows.doubles(saved -> saved.held() == null ? null : saved.held().lon()),
                rows.times(saved -> saved.held() == null ? null : saved.held().at()),
                rows.integers(saved -> saved.places.agreed()));
    }

    private record Saved(String id, Current after, PlaceBook places) {
        Place held() {
            return places.held();
        }
    }
}
