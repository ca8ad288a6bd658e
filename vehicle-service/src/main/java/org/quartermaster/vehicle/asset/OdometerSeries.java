package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.vehicle.market.VehiclePresence;

/** The readings of an asset, and of lots with the same VIN, in one series; or those of the lots alone. */
@ApplicationScoped
class OdometerSeries {
    private static final String OF_LOT = """
        'lot ' || l.id as key, l.odometer as reading, coalesce(l.odometer_unit, 'unknown') as unit,
          coalesce(l.auction_datetime_utc, l.source_updated_at, l.created_at) as read_at, 'lot' as source,
          cast(l.id as text) as source_ref\
        """;
    private static final String OF_ASSETS = series("asset_id", """
        select r.asset_id, 'reading ' || r.id as key, r.reading, r.unit, r.read_at, r.source, r.source_ref
        from vehicle.odometer_readings r
        union all
        select a.id, %s
        from vehicle.assets a join vehicle.lots l on l.vin = a.vin
        where l.odometer is not null and l.is_removed = false
        """.formatted(OF_LOT));
    private static final String OF_VEHICLES = series(
            "vin",
            "select l.vin, %s from vehicle.lots l where l.odometer is not null and l.is_removed = false"
                    .formatted(OF_LOT));

    private static final SortKey READ_AT = SortKey.of("read_at", "o.read_at", "timestamptz");
    private static final SortKey KEY = SortKey.of("key", "o.key", "text");

    private final TenantDatabase database;
    private final AssetRegister register;
    private final OdometerReadings readings;

    @Inject
    OdometerSeries(TenantDatabase database, AssetRegister register, OdometerReadings readings) {
        this.database = database;
        this.register = register;
        this.readings = readings;
    }

    /** The newest first. */
    Uni<Slice<OdometerEntry>> find(Caller caller, UUID id, Fields query) {
        return new ListQuery("odometer", "o.*", OF_ASSETS)
                .where("o.asset_id = ?", id)
                .within(AssetRepository.presence(id), AssetRepository.NOT_FOUND)
                .page(query)
                .chronological(READ_AT, KEY, true)
                .run(database, caller, query, OdometerEntry::of);
    }

    /** Those that lots of a vehicle state, the newest first. */
    Uni<Slice<OdometerEntry>> ofVehicle(Caller caller, String vin, Fields query) {
        return new ListQuery("odometer of vehicle", "o.*", OF_VEHICLES)
                .where("o.vin = ?", vin)
                .page(query)
                .chronological(READ_AT, KEY, true)
                .run(database, caller, query, OdometerEntry::of, VehiclePresence.of(vin))
                .map(VehiclePresence::require);
    }

    /** NB: rows whose unit is not known stand apart in the window, so that none of them is the one before another. */
    private static String series(String owner, String readings) {
        return """
                (select s.*, lag(s.km) over before as previous_km, lag(s.reading) over before as previous_reading,
                   lag(s.unit) over before as previous_unit, lag(s.read_at) over before as previous_read_at
                 from (
                   select u.*, round(case u.unit when 'km' then u.reading when 'mi' then u.reading * %s end, 1) as km
                   from (%s) u) s
                 window before as (partition by s.%s, s.km is null order by s.read_at, s.key)) o
                """.formatted(Odometer.KM_PER_MILE, readings, owner);
    }

    static OdometerReadings.Reading read(Fields fields) {
        fields.require("reading", "unit", "read_at");
        var value = fields.decimal("reading", 1, "0", AssetInput.MAX_ODOMETER).value();
        var unit = fields.word("unit", OdometerUnit.class).value();
        var at = fields.time("read_at").value();
        if (at != null && at.isAfter(Instant.now())) {
            fields.error("read_at", "in_future");
        }
        fields.checkStrictly();
        return new OdometerReadings.Reading(value, unit, at);
    }

    /** Adds a reading; the newest one is what the asset shows. */
    Uni<Answer> add(UnitOfWork unit, UUID id, OdometerReadings.Reading reading) {
        return register.lockLive(id)
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .call(held -> readings.take(unit, held.asset(), reading, Origin.API))
                .chain(held -> register.save(unit, held, "updated", Origin.API, null))
                .chain(() -> entry(unit, id, reading));
    }

    private static Uni<Answer> entry(UnitOfWork unit, UUID id, OdometerReadings.Reading reading) {
        var sql = "select * from " + OF_ASSETS + " where o.asset_id = $1 and o.read_at = $2 and o.source = 'api'"
                + " order by o.key desc limit 1";
        return unit.run(sql, id, Columns.time(reading.at()))
                .map(rows -> OdometerEntry.of(AssetRepository.NOT_FOUND.require(rows)))
                .map(entry -> Answer.created(entry, null, null));
    }
}
