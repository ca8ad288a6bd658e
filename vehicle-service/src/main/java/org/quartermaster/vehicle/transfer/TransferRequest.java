package org.quartermaster.vehicle.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.quartermaster.vehicle.asset.OdometerUnit;

/** A request to hand a vehicle to another holder or organization; it stands in the giver's tenant. */
@Entity
@DynamicUpdate
@Table(schema = "vehicle", name = "vehicle_transfer_requests")
class TransferRequest {
    public String tenantId;

    @Id
    public UUID id;

    public UUID assetId;
    public UUID requesterId;

    /** Who held the vehicle when the request was made. */
    public UUID currentOwnerId;

    public TransferStatus status = TransferStatus.PENDING;
    public UUID proofDocumentId;
    public Instant requestedAt;
    public Instant processedAt;
    public String notes;
    public TransferKind kind;

    /** Who owned the vehicle when the request was made. */
    public UUID currentOrgId;

    public UUID targetOrganizationId;
    public UUID targetPersonId;

    /** Null until a handover by code is bound. */
    public String targetTenantId;

    public UUID newAssetId;

    /** Who wrote the request down, mostly the requester himself. */
    public UUID recordedBy;

    public UUID decidedBy;
    public String decisionReason;
    public Instant giverConsentAt;
    public UUID giverConsentBy;
    public Instant takerConsentAt;
    public UUID takerConsentBy;
    public Instant expiresAt;
    public byte[] proofSha256;
    public BigDecimal odometerValue;
    public OdometerUnit odometerUnit;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    boolean isOverdue(Instant now) {
        return status == TransferStatus.PENDING && !expiresAt.isAfter(now);
    }

    /** Ends the request; nothing changes it afterwards. */
    void close(TransferStatus end, UUID by, String reason, Instant now) {
        status = end;
        decidedBy = by;
        decisionReason = reason;
        processedAt = now;
        changed(now);
    }

    void changed(Instant now) {
        version++;
        updatedAt = now;
    }
}
