package org.quartermaster.vehicle.transfer;

import java.util.UUID;
import org.quartermaster.vehicle.asset.Asset;

/**
 * A vehicle that changed its holder or owner, as the event tells it.
 *
 * @param newAssetId its id in the taker's tenant; the same within one tenant
 */
record TransferredAsset(
        UUID assetId,
        UUID newAssetId,
        String vin,
        String make,
        String model,
        Integer year,
        TransferKind kind,
        String fromTenant,
        String toTenant,
        UUID fromOrganizationId,
        UUID toOrganizationId,
        UUID fromPersonId,
        UUID toPersonId,
        UUID requestId) {

    static TransferredAsset of(TransferRequest request, Asset asset) {
        var internal = request.kind == TransferKind.INTERNAL;
        return new TransferredAsset(
                request.assetId,
                internal ? request.assetId : request.newAssetId,
                asset.vin,
                asset.make,
                asset.model,
                asset.year,
                request.kind,
                request.tenantId,
                internal ? request.tenantId : request.targetTenantId,
                request.currentOrgId,
                internal ? request.currentOrgId : request.targetOrganizationId,
                request.currentOwnerId,
                request.targetPersonId,
                request.id);
    }
}
