package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;

/** Readings of assets' odometers. */
@ApplicationScoped
public class OdometerReadings {
    private static final List<String> FIELDS = List.of("odometer_value", "odometer_unit", "odometer_read_at");
    private static final String INSERT = """
        insert into vehicle.odometer_readings (tenant_id, asset_id, reading, unit, read_at, source, source_ref)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /** What somebody read, and when. */
    public record Reading(BigDecimal value, OdometerUnit unit, Instant at) {}

    /** Keeps what an asset shows as a reading where it has changed, and its unit is known. */
    Uni<Void> follow(UnitOfWork unit, Asset asset, List<String> changed, Origin origin) {
        if (changed.stream().noneMatch(FIELDS::contains) || asset.odometerValue == null || asset.odometerUnit == null) {
            return Uni.createFrom().voidItem();
        }
        var at = asset.odometerReadAt == null ? unit.now() : asset.odometerReadAt;
        return add(unit, asset.id, new Reading(asset.odometerValue, asset.odometerUnit, at), origin);
    }

    /** Adds a reading to those of an asset of the unit's tenant. */
    public Uni<Void> add(UnitOfWork unit, UUID assetId, Reading reading, Origin origin) {
        return unit.run(
                        INSERT,
                        unit.caller().tenant(),
                        assetId,
                        reading.value(),
                        Words.of(reading.unit()),
                        Columns.time(reading.at()),
                        Words.of(origin.source()),
                        origin.reference())
                .replaceWithVoid();
    }
}
