package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.vehicle.asset.OdometerUnit;

/**
 * A transfer request as both sides see it.
 *
 * @param vinInUseBy the taker's own live asset that has the VIN, so that it cannot consent yet; told to the taker alone
 */
@Schema(name = "Transfer")
record TransferView(
        UUID id,
        UUID assetId,
        UUID requesterId,
        UUID currentOwnerId,
        TransferStatus status,
        UUID proofDocumentId,
        Instant requestedAt,
        Instant processedAt,
        String notes,
        TransferKind kind,
        UUID currentOrgId,
        UUID targetOrganizationId,
        UUID targetPersonId,
        UUID newAssetId,
        UUID recordedBy,
        UUID decidedBy,
        String decisionReason,
        Instant giverConsentAt,
        UUID giverConsentBy,
        Instant takerConsentAt,
        UUID takerConsentBy,
        Instant expiresAt,
        BigDecimal odometerValue,
        OdometerUnit odometerUnit,
        OdometerRollback odometerRollback,
        TransferredVehicle asset,
        UUID vinInUseBy,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** What the vehicle is. */
    record TransferredVehicle(UUID id, String vin, String make, String model, Integer year) {}

    /**
     * NB: one whose time is up shows as expired, also before the worker has come by.
     *
     * @param vinHolder null except for the taker
     */
    static TransferView of(TransferRequest request, SharedAsset asset, UUID vinHolder, Instant now) {
        var overdue = request.isOverdue(now);
        return new TransferView(
                request.id,
                request.assetId,
                request.requesterId,
                request.currentOwnerId,
                overdue ? TransferStatus.EXPIRED : request.status,
                request.proofDocumentId,
                request.requestedAt,
                overdue ? request.expiresAt : request.processedAt,
                request.notes,
                request.kind,
                request.currentOrgId,
                request.targetOrganizationId,
                request.targetPersonId,
                request.newAssetId,
                request.recordedBy,
                request.decidedBy,
                request.decisionReason,
                request.giverConsentAt,
                request.giverConsentBy,
                request.takerConsentAt,
                request.takerConsentBy,
                request.expiresAt,
                request.odometerValue,
                request.odometerUnit,
                OdometerRollback.of(request, asset),
                new TransferredVehicle(asset.id(), asset.vin(), asset.make(), asset.model(), asset.year()),
                vinHolder,
                request.createdAt,
                request.updatedAt,
                request.version);
    }
}
