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

/** The readings of an asset, and of lots with the same VIN, in one series. */
@ApplicationScoped
class OdometerSeries {
    /** NB: rows whose unit is not known stand apart in the window, so that none of them is the one before another. */
    private static final String SERIES = """
        (select s.*, lag(s.km) over before as previous_km, lag(s.reading) over before as previous_reading,
           lag(s.unit) over before as previous_unit, lag(s.read_at) over before as previous_read_at
         from (
           select u.*, round(case u.unit when 'km' then u.reading when 'mi' then u.reading * %s end, 1) as km
           from (
             select r.asset_id, 'reading ' || r.id as key, r.reading, r.unit, r.read_at, r.source, r.source_ref
             from vehicle.odometer_readings r
             union all
             select a.id, 'lot ' || l.id, l.odometer, coalesce(l.odometer_unit, 'unknown'),
               coalesce(l.auction_datetime_utc, l.source_updated_at, l.created_at), 'lot', cast(l.id as text)
             from vehicle.assets a join vehicle.lots l on l.vin = a.vin
             where l.odometer is not null and l.is_removed = false) u) s
         window before as (partition by s.asset_id, s.km is null order by s.read_at, s.key)) o
        """.formatted(Odometer.KM_PER_MILE);

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
        return new ListQuery("odometer", "o.*", SERIES)
                .where("o.asset_id = ?", id)
                .within(AssetRepository.presence(id), AssetRepository.NOT_FOUND)
                .page(query)
                .chronological(READ_AT, KEY, true)
                .run(database, caller, query, OdometerEntry::of);
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
        var sql = "select * from " + SERIES + " where o.asset_id = $1 and o.read_at = $2 and o.source = 'api'"
                + " order by o.key desc limit 1";
        return unit.run(sql, id, Columns.time(reading.at()))
                .map(rows -> OdometerEntry.of(AssetRepository.NOT_FOUND.require(rows)))
                .map(entry -> Answer.created(entry, null, null));
    }
}
