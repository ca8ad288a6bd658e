package org.quartermaster.equipment.offer;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * An offer as clients see it.
 *
 * @param serviceCount services under a former owner that come with it
 * @param suggestedEquipmentId a machine of the tenant with the same VIN or serial number
 * @param equipmentId the machine that it became
 */
@Schema(name = "Offer")
record OfferView(
        String offerId,
        String vehicleAssetId,
        String vin,
        OfferState state,
        Proposal proposal,
        int serviceCount,
        String suggestedEquipmentId,
        String equipmentId,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static OfferView of(Offer offer, Proposal proposal, int serviceCount) {
        return new OfferView(
                offer.offerId,
                offer.vehicleAssetId,
                offer.vin,
                offer.state,
                proposal,
                serviceCount,
                offer.suggestedEquipmentId,
                offer.equipmentId,
                offer.createdAt,
                offer.updatedAt,
                offer.version);
    }
}
