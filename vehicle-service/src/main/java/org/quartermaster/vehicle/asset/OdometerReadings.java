package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;

/** Readings of assets' odometers. */
@ApplicationScoped
public class OdometerReadings {
    private static final List<String> FIELDS = List.of("odometer_value", "odometer_unit", "odometer_read_at");
    private static final String INSERT = """
        insert into vehicle.odometer_readings (tenant_id, asset_id, reading, unit, read_at, source, source_ref)
        select $1::text, $2::uuid, r.reading, r.unit, r.read_at, $3::text, $4::text
        from unnest($5::numeric[], $6::text[], $7::timestamptz[]) as r (reading, unit, read_at)
        """;
    private static final String ALL = """
        select reading, unit, read_at from vehicle.odometer_readings where asset_id = $1 order by read_at, id
        """;

    /** What somebody read, and when. */
    public record Reading(BigDecimal value, OdometerUnit unit, Instant at) {
        static Reading of(Row row) {
            return new Reading(
                    row.getBigDecimal("reading"),
                    Words.find(OdometerUnit.class, row.getString("unit")).orElseThrow(),
                    Columns.instant(row.getOffsetDateTime("read_at")));
        }

        /** What an asset shows; it may have no value, unit or time. */
        static Reading shownBy(Asset asset) {
            return new Reading(asset.odometerValue, asset.odometerUnit, asset.odometerReadAt);
        }
    }

    /** Keeps what an asset shows as a reading where it has changed, and its unit is known. */
    Uni<Void> follow(UnitOfWork unit, Asset asset, List<String> changed, Origin origin) {
        if (changed.stream().noneMatch(FIELDS::contains) || asset.odometerValue == null || asset.odometerUnit == null) {
            return Uni.createFrom().voidItem();
        }
        var at = asset.odometerReadAt == null ? unit.now() : asset.odometerReadAt;
        return add(unit, asset.id, List.of(new Reading(asset.odometerValue, asset.odometerUnit, at)), origin);
    }

    /** Shows a reading on a held asset, which the caller saves; one that is not the newest is kept beside. */
    public Uni<Void> take(UnitOfWork unit, Asset asset, Reading reading, Origin origin) {
        if (asset.odometerReadAt != null && !asset.odometerReadAt.isBefore(reading.at())) {
            return add(unit, asset.id, List.of(reading), origin);
        }
        asset.odometerValue = reading.value();
        asset.odometerUnit = reading.unit();
        asset.odometerReadAt = reading.at();
        return Uni.createFrom().voidItem();
    }

    /** The readings of an asset of the unit's tenant, the oldest first. */
    public Uni<List<Reading>> all(UnitOfWork unit, UUID assetId) {
        return unit.run(ALL, assetId).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Reading::of)
                .toList());
    }

    /** Gives a new asset the readings that it had elsewhere; the one that it shows it has already. */
    public Uni<Void> carryOver(UnitOfWork unit, Asset asset, List<Reading> readings, Origin origin) {
        var shown = Reading.shownBy(asset);
        return add(
                unit,
                asset.id,
                readings.stream().filter(reading -> !reading.equals(shown)).toList(),
                origin);
    }

    private static Uni<Void> add(UnitOfWork unit, UUID assetId, List<Reading> readings, Origin origin) {
        var columns = new Columns<>(readings);
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        assetId,
                        Words.of(origin.source()),
                        origin.reference(),
                        columns.numbers(Reading::value),
                        columns.texts(reading -> Words.of(reading.unit())),
                        columns.times(Reading::at))
                .replaceWithVoid();
    }
}
