package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.vehicle.asset.Asset;
import org.quartermaster.vehicle.identity.Identities;

/** Makes a request of what somebody asks for, when everybody and everything in it is known. */
@ApplicationScoped
class TransferDraft {
    private final Identities identities;

    @Inject
    TransferDraft(Identities identities) {
        this.identities = identities;
    }

    /** @param user who asks, or records what another one asks */
    Uni<TransferRequest> of(UnitOfWork unit, Asset asset, TransferInput input, UUID user) {
        var request = new TransferRequest();
        request.tenantId = unit.caller().tenant();
        request.id = Ids.uuid();
        request.kind = input.kind();
        request.assetId = asset.id;
        request.currentOwnerId = asset.ownerPersonId;
        request.currentOrgId = asset.ownerOrgId;
        request.notes = input.notes();
        request.odometerValue = input.odometerValue();
        request.odometerUnit = input.odometerUnit();
        request.requestedAt = unit.now();
        request.createdAt = unit.now();
        request.updatedAt = unit.now();
        request.expiresAt = endOfDay(unit.now(), input.days());
        return sign(unit, request, input, user)
                .chain(() -> aim(unit, request, input))
                .chain(() -> prove(unit, request, input.proofDocumentId()))
                .replaceWith(request);
    }

    /** The end of the day that is so many days ahead, in UTC. */
    private static Instant endOfDay(Instant now, int days) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days + 1L));
    }

    /** Who asks consents by that; a paper is asked by who signed it, and proves that. */
    private Uni<Void> sign(UnitOfWork unit, TransferRequest request, TransferInput input, UUID user) {
        request.requesterId = input.requesterId() == null ? user : input.requesterId();
        request.recordedBy = user;
        request.giverConsentBy = request.requesterId;
        request.giverConsentAt = unit.now();
        if (request.requesterId.equals(user)) {
            return Uni.createFrom().voidItem();
        }
        if (input.proofDocumentId() == null) {
            throw Refusal.wrong("proof_document_id", "proof_required");
        }
        return require(identities.isMember(unit, request.requesterId), "requester_id", "unknown_user");
    }

    private Uni<Void> aim(UnitOfWork unit, TransferRequest request, TransferInput input) {
        request.targetPersonId = input.targetPersonId();
        request.targetOrganizationId = input.targetOrganizationId();
        if (input.kind() == TransferKind.INTERNAL) {
            if (input.targetPersonId().equals(request.currentOwnerId)) {
                throw Refusal.wrong("target_person_id", "same_owner");
            }
            return require(identities.isMember(unit, input.targetPersonId()), "target_person_id", "unknown_person");
        }
        if (input.isByCode()) {
            return Uni.createFrom().voidItem();
        }
        if (request.targetOrganizationId.equals(request.currentOrgId)) {
            throw Refusal.wrong("target_organization_id", "same_owner");
        }
        return identities
                .tenantOf(unit, input.targetOrganizationId())
                .invoke(tenant -> aim(request, tenant))
                .replaceWithVoid();
    }

    private static void aim(TransferRequest request, String tenant) {
        if (tenant == null) {
            throw Refusal.wrong("target_organization_id", "unknown_organization");
        }
        if (tenant.equals(request.tenantId)) {
            throw Refusal.wrong("target_organization_id", "same_owner");
        }
        request.targetTenantId = tenant;
    }

    /** Keeps what the proof is now. NB: locked, so that nobody deletes it meanwhile. */
    private static Uni<Void> prove(UnitOfWork unit, TransferRequest request, UUID document) {
        if (document == null) {
            return Uni.createFrom().voidItem();
        }
        request.proofDocumentId = document;
        return unit.run(
                        "select sha256 from system.documents where tenant_id = $1 and id = $2 for key share",
                        request.tenantId,
                        document)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Refusal.wrong("proof_document_id", "unknown_document");
                    }
                    request.proofSha256 = rows.iterator().next().getBuffer(0).getBytes();
                })
                .replaceWithVoid();
    }

    private static Uni<Void> require(Uni<Boolean> known, String field, String code) {
        return known.invoke(isKnown -> {
                    if (!isKnown) {
                        throw Refusal.wrong(field, code);
                    }
                })
                .replaceWithVoid();
    }
}
