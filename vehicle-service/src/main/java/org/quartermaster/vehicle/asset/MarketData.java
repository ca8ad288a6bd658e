package org.quartermaster.vehicle.asset;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;

/** What the market says of a vehicle, and how it fills fields of an asset that say nothing. */
final class MarketData {
    static final String VEHICLE = """
        select v.vin, v.vin_raw, v.make, v.model, v.trim as variant, v.year, v.body, v.fuel, v.transmission, v.drive,
          v.engine, v.color, v.odometer_value, v.odometer_unit, v.source_updated_at as read_at,
          cast(v.source_file_id as text) as source_file_id, v.source_row_no
        from vehicle.vehicles v where v.vin = $1 and v.is_removed = false
          and not exists (select from vehicle.removals r where r.vin = v.vin and r.restored_at is null)
        """;
    static final String LOT = """
        select l.vin, l.vin_raw, l.make, coalesce(l.model_group, l.model_detail) as model,
          coalesce(l.trim, case when l.model_group is not null then l.model_detail end) as variant, l.year,
          l.body_style as body, l.fuel, l.transmission, l.drive, l.engine, l.color, l.odometer as odometer_value,
          l.odometer_unit, coalesce(l.auction_datetime_utc, l.source_updated_at) as read_at, l.is_removed
        from vehicle.lots l where l.id = $1
        """;

    private final Row row;
    private final Asset asset;
    private final List<String> filled = new ArrayList<>();

    private MarketData(Row row, Asset asset) {
        this.row = row;
        this.asset = asset;
    }

    /** A draft of the caller's tenant with what a row of {@link #LOT} says. */
    static Asset bought(UnitOfWork unit, long lotId, Row row) {
        var asset = AssetRegister.blank(unit, Acquisition.LOT);
        asset.acquiredLotId = lotId;
        asset.vin = row.getString("vin");
        asset.vinRaw = row.getString("vin_raw");
        fill(asset, row);
        return asset;
    }

    /** Fills what is empty, and gives the names of the fields. */
    static List<String> fill(Asset asset, Row row) {
        var data = new MarketData(row, asset);
        data.text("make", each -> each.make, (each, text) -> each.make = text);
        data.text("model", each -> each.model, (each, text) -> each.model = text);
        data.text("variant", each -> each.variant, (each, text) -> each.variant = text);
        data.set("year", row.getInteger("year"), each -> each.year, (each, year) -> each.year = year);
        data.text("body", each -> each.body, (each, text) -> each.body = text);
        data.text("fuel", each -> each.fuel, (each, text) -> each.fuel = text);
        data.text("transmission", each -> each.transmission, (each, text) -> each.transmission = text);
        data.text("drive", each -> each.drive, (each, text) -> each.drive = text);
        data.text("engine", each -> each.engine, (each, text) -> each.engine = text);
        data.text("color", each -> each.color, (each, text) -> each.color = text);
        data.odometer();
        return List.copyOf(data.filled);
    }

    private void text(String name, Function<Asset, String> present, BiConsumer<Asset, String> target) {
        set(name, row.getString(name), present, target);
    }

    private <T> void set(String name, T value, Function<Asset, T> present, BiConsumer<Asset, T> target) {
        if (value != null && present.apply(asset) == null) {
            target.accept(asset, value);
            filled.add(name);
        }
    }

    /** A value without its unit would be none. */
    private void odometer() {
        var value = row.getBigDecimal("odometer_value");
        var word = row.getString("odometer_unit");
        var unit = word == null ? null : Words.find(OdometerUnit.class, word).orElse(null);
        if (unit != null && asset.odometerUnit == null && asset.odometerReadAt == null) {
            set("odometer_value", value, each -> each.odometerValue, (each, km) -> show(each, km, unit));
        }
    }

    private void show(Asset each, BigDecimal value, OdometerUnit unit) {
        each.odometerValue = value;
        each.odometerUnit = unit;
        each.odometerReadAt = Columns.instant(row.getOffsetDateTime("read_at"));
        filled.add("odometer_unit");
        if (each.odometerReadAt != null) {
            filled.add("odometer_read_at");
        }
    }
}
