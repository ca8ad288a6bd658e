package org.quartermaster.equipment.meter;

import io.vertx.sqlclient.Row;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** The meters of many machines at once. */
public final class MeterTable {
    private static final Rows<Meter> ROWS = Rows.of(Meter.class, Meter::new);

    private MeterTable() {}

    /** All meters of the machines, removed ones too. */
    public static Query of(String[] machines) {
        return Query.of("select * from equipment_meters where equipment_id = any ($1)", (Object) machines);
    }

    public static Meter read(Row row) {
        return ROWS.read(row);
    }

    /** Writes what readings moved; a meter that is new is installed. */
    public static Query save(UnitOfWork unit, List<Meter> meters) {
        var rows = new Columns<>(meters);
        return Query.of(
                """
                insert into equipment_meters as m (tenant_id, meter_id, equipment_id, kind, installed_at, first_reading,
                  last_reading, last_reading_at, held_reading, held_at, held_agreed, warned_in_row)
                select $1, s.* from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::numeric[],
                  $7::numeric[], $8::timestamptz[], $9::numeric[], $10::timestamptz[], $11::int[], $12::int[]) as s
                on conflict (tenant_id, meter_id) do update set installed_at = excluded.installed_at,
                  first_reading = excluded.first_reading, last_reading = excluded.last_reading,
                  last_reading_at = excluded.last_reading_at, held_reading = excluded.held_reading,
                  held_at = excluded.held_at, held_agreed = excluded.held_agreed,
                  warned_in_row = excluded.warned_in_row
                """,
                unit.caller().tenant(),
                rows.texts(meter -> meter.meterId),
                rows.texts(meter -> meter.equipmentId),
                rows.texts(meter -> Words.of(meter.kind)),
                rows.times(meter -> meter.installedAt),
                rows.numbers(meter -> meter.firstReading),
                rows.numbers(meter -> meter.lastReading),
                rows.times(meter -> meter.lastReadingAt),
                rows.numbers(meter -> meter.heldReading),
                rows.times(meter -> meter.heldAt),
                rows.integers(meter -> meter.heldAgreed),
                rows.integers(meter -> meter.warnedInRow));
    }
}
