package org.quartermaster.vehicle.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.vehicle.asset.Acquisition;
import org.quartermaster.vehicle.asset.AssetInput;
import org.quartermaster.vehicle.asset.AssetLifecycle;
import org.quartermaster.vehicle.asset.AssetRegister;
import org.quartermaster.vehicle.asset.AssetView;
import org.quartermaster.vehicle.asset.Origin;
import org.quartermaster.vehicle.transfer.TransferInput;
import org.quartermaster.vehicle.transfer.TransferService;
import org.quartermaster.vehicle.vin.VinJudge;

/** The six vehicles of the demo farm, and the transfer of one that waits for its driver. */
@ApplicationScoped
class DemoAssets {
    private static final String CAR = """
            {"vin": "1HGCM82633A004352", "make": "Honda", "model": "Accord", "year": 2003, "license_plate": "QM 1 DEMO",
             "odometer_value": 186400.0, "odometer_unit": "km", "first_registration_date": "2003-05-12",
             "registration_country": "US", "fuel": "gasoline", "color": "silver", "purchase_price": 4200.00,
             "purchase_currency": "USD", %s}""";
    private static final String PICKUP = """
            {"vin": "1FTEW1CP3FKD12345", "asset_kind": "truck", "make": "Ford", "model": "F-150", "year": 2015,
             "license_plate": "QM 2 DEMO", "odometer_value": 91200.0, "odometer_unit": "mi",
             "first_registration_date": "2015-03-02", "registration_country": "US", "fuel": "gasoline", %s}""";
    private static final String FROM_MARKET = """
            {"vin": "%s", "license_plate": "QM 3 DEMO"}""";
    private static final String WITHOUT_VIN = """
            {"make": "Toyota", "model": "Hilux", "year": 2018, "license_plate": "QM 4 DEMO", "fuel": "diesel", %s}""";
    private static final String TRAILER = """
            {"asset_kind": "trailer", "serial_number": "TR-2219", "make": "Field Line", "model": "Tipper 8 t"}""";
    private static final String SCRAPPED = """
            {"asset_kind": "bus", "make": "Ford", "model": "Transit", "year": 1998, "license_plate": "QM 6 DEMO", %s}""";
    private static final String TO_DRIVER = """
            {"kind": "internal", "target_person_id": "%s", "notes": "Takes the pickup for the season"}""".formatted(DemoPeople.DRIVER);

    private final AssetRegister register;
    private final AssetLifecycle lifecycle;
    private final TransferService transfers;
    private final VinJudge judge;

    @Inject
    DemoAssets(AssetRegister register, AssetLifecycle lifecycle, TransferService transfers, VinJudge judge) {
        this.register = register;
        this.lifecycle = lifecycle;
        this.transfers = transfers;
        this.judge = judge;
    }

    Uni<Boolean> isFresh(UnitOfWork unit) {
        return unit.run("select 1 from vehicle.assets limit 1").map(rows -> rows.size() == 0);
    }

    /**
     * @param organization that owns what is owned
     * @param vin of a vehicle that the market knows more of
     */
    Uni<Void> write(UnitOfWork unit, UUID organization, String vin) {
        var owner = "\"owner_org_id\": \"" + organization + "\"";
        return enter(unit, CAR.formatted(owner))
                .call(car -> lifecycle.verify(unit, car.id(), null))
                .chain(() -> enter(unit, PICKUP.formatted(owner)))
                .call(pickup -> lifecycle.verify(unit, pickup.id(), null))
                .call(pickup -> transfers.ask(unit, pickup.id(), TransferInput.read(fields(TO_DRIVER)), null))
                .chain(() -> InTurn.each(
                        List.of(FROM_MARKET.formatted(vin), WITHOUT_VIN.formatted(owner), TRAILER),
                        text -> enter(unit, text).replaceWithVoid()))
                .chain(() -> enter(unit, SCRAPPED.formatted(owner)))
                .call(bus -> lifecycle.archive(unit, bus.id(), "Scrapped"))
                .replaceWithVoid();
    }

    private Uni<AssetView> enter(UnitOfWork unit, String text) {
        var asset = AssetRegister.blank(unit, Acquisition.MANUAL);
        AssetInput.read(fields(text), judge).apply(asset, unit.now());
        return register.enter(unit, asset, Origin.API);
    }

    private static Fields fields(String text) {
        return Fields.ofJson(Json.object(text.getBytes(StandardCharsets.UTF_8)), Fields.Nulls.IGNORED);
    }
}
