package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.vehicle.asset.Asset;
import org.quartermaster.vehicle.asset.AssetRegister;
import org.quartermaster.vehicle.asset.OdometerReadings;
import org.quartermaster.vehicle.asset.OdometerReadings.Reading;
import org.quartermaster.vehicle.asset.Origin;
import org.quartermaster.vehicle.asset.Origin.Source;

/** What a transfer does to assets; each method works in the one tenant of its unit. */
@ApplicationScoped
class TransferAssets {
    private final AssetRegister register;
    private final OdometerReadings readings;

    @Inject
    TransferAssets(AssetRegister register, OdometerReadings readings) {
        this.register = register;
        this.readings = readings;
    }

    private static Origin origin(TransferRequest request) {
        return new Origin(Source.TRANSFER, request.id.toString());
    }

    /** The giver's vehicle, locked, with its last reading; 409 where it is archived or not any more whose it was. */
    Uni<AssetRegister.Held> give(UnitOfWork giver, TransferRequest request) {
        return register.lockLive(request.assetId)
                .invoke(asset -> requireOwnerOf(asset, request))
                .chain(asset -> register.ready(giver, asset, new Asset()))
                .call(given -> read(giver, given.asset(), request));
    }

    private static void requireOwnerOf(Asset asset, TransferRequest request) {
        if (!Objects.equals(asset.ownerPersonId, request.currentOwnerId)
                || !Objects.equals(asset.ownerOrgId, request.currentOrgId)) {
            throw Problem.of(Refusal.OWNER_CHANGED);
        }
    }

    /** Takes over what the request says of the odometer. */
    private Uni<Void> read(UnitOfWork giver, Asset asset, TransferRequest request) {
        if (request.odometerValue == null) {
            return Uni.createFrom().voidItem();
        }
        var reading = new Reading(request.odometerValue, request.odometerUnit, request.requestedAt);
        return readings.take(giver, asset, reading, origin(request));
    }

    /** Gives the asset another holder. */
    Uni<Void> hold(UnitOfWork giver, AssetRegister.Held given, TransferRequest request) {
        given.asset().ownerPersonId = request.targetPersonId;
        return tell(giver, given, request);
    }

    /** Puts the giver's asset away. */
    Uni<Void> archive(UnitOfWork giver, AssetRegister.Held given, TransferRequest request) {
        AssetRegister.archive(giver, given.asset(), "transferred");
        return tell(giver, given, request);
    }

    private Uni<Void> tell(UnitOfWork giver, AssetRegister.Held given, TransferRequest request) {
        var asset = given.asset();
        asset.openTransferId = null;
        return register.transferred(giver, given, origin(request), TransferredAsset.of(request, asset))
                .replaceWithVoid();
    }

    /** All that is known of the odometer. */
    Uni<List<Reading>> readings(UnitOfWork giver, AssetRegister.Held given) {
        return readings.all(giver, given.asset().id);
    }

    /** Enters the draft of the taker; 409 where he has a live asset with the VIN, which is for him alone to know. */
    Uni<Void> arrive(UnitOfWork taker, Asset draft, List<Reading> known, TransferRequest request) {
        return register.enter(taker, draft, origin(request))
                .chain(() -> readings.carryOver(taker, draft, known, origin(request)));
    }

    /** Fills the draft with what belongs to the vehicle, whoever owns it; all else stays with the giver. */
    static void describe(Asset draft, Asset given) {
        draft.previousAssetId = given.id;
        draft.vin = given.vin;
        draft.vinRaw = given.vinRaw;
        draft.assetKind = given.assetKind;
        draft.serialNumber = given.serialNumber;
        draft.make = given.make;
        draft.model = given.model;
        draft.variant = given.variant;
        draft.year = given.year;
        draft.body = given.body;
        draft.fuel = given.fuel;
        draft.transmission = given.transmission;
        draft.drive = given.drive;
        draft.engine = given.engine;
        draft.color = given.color;
        draft.odometerValue = given.odometerValue;
        draft.odometerUnit = given.odometerUnit;
        draft.odometerReadAt = given.odometerReadAt;
        draft.firstRegistrationDate = given.firstRegistrationDate;
        draft.registrationCountry = given.registrationCountry;
        draft.inspectionExpiresOn = given.inspectionExpiresOn;
    }
}
