package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.vehicle.asset.Acquisition;
import org.quartermaster.vehicle.asset.Asset;
import org.quartermaster.vehicle.asset.AssetRegister;
import org.quartermaster.vehicle.asset.OdometerReadings.Reading;
import org.quartermaster.vehicle.identity.Identities;

/** The second consent: the vehicle changes hands, completely and in one transaction, which may span two tenants. */
@ApplicationScoped
class Approval {
    private static final String PROOF = """
        select 1 from system.document_contents where tenant_id = $1 and document_id = $2 and sha256(content) = $3
        """;

    private final OpenTransfers open;
    private final Identities identities;
    private final TransferAssets assets;
    private final GiversTenant tenants;

    @Inject
    Approval(OpenTransfers open, Identities identities, TransferAssets assets, GiversTenant tenants) {
        this.open = open;
        this.identities = identities;
        this.assets = assets;
        this.tenants = tenants;
    }

    /** Who consents, when and why. */
    private record Consent(UUID user, Instant at, String reason) {
        void close(TransferRequest request) {
            request.takerConsentBy = user;
            request.takerConsentAt = at;
            request.close(TransferStatus.APPROVED, user, reason, at);
        }
    }

    /** 403 for the side that asked. NB: whoever recorded a paper may approve, as the requester has signed it. */
    static void requireOtherSide(UnitOfWork unit, TransferRequest request, UUID user) {
        var own = request.kind == TransferKind.INTERNAL
                ? user.equals(request.requesterId)
                : !unit.caller().tenant().equals(request.targetTenantId);
        if (own) {
            throw Problem.of(Refusal.SELF_APPROVAL);
        }
    }

    /** @return null where the request has just expired */
    Uni<Answer> approve(UnitOfWork unit, UUID id, String reason) {
        return identities
                .caller(unit)
                .chain(user -> open.decide(unit, id, held -> {
                    requireOtherSide(unit, held.request(), user);
                    return carryOut(unit, held, new Consent(user, unit.now(), reason))
                            .map(Answer::ok);
                }));
    }

    private Uni<TransferView> carryOut(UnitOfWork unit, Held held, Consent consent) {
        return held.request().kind == TransferKind.INTERNAL ? hold(unit, held, consent) : handOver(unit, held, consent);
    }

    private Uni<TransferView> hold(UnitOfWork unit, Held held, Consent consent) {
        return give(unit, held.request())
                .invoke(() -> consent.close(held.request()))
                .call(given -> assets.hold(unit, given, held.request()))
                .map(given -> held.tell(unit, "approved"));
    }

    private record Handover(TransferView view, List<Reading> readings) {}

    private Uni<TransferView> handOver(UnitOfWork taker, Held held, Consent consent) {
        var draft = AssetRegister.blank(taker, Acquisition.TRANSFER);
        draft.ownerOrgId = held.request().targetOrganizationId;
        draft.acquiredAt = taker.now();
        return tenants.run(taker, held.request().tenantId, giver -> give(giver, held, draft, consent))
                .call(handover -> assets.arrive(taker, draft, handover.readings, held.request()))
                .map(Handover::view);
    }

    /** The giver's part. NB: the request is written here alone, so that its version rises once. */
    private Uni<Handover> give(UnitOfWork giver, Held held, Asset draft, Consent consent) {
        var request = held.request();
        return give(giver, request)
                .invoke(given -> {
                    TransferAssets.describe(draft, given.asset());
                    request.newAssetId = draft.id;
                    consent.close(request);
                })
                .call(given -> assets.archive(giver, given, request))
                .chain(given -> assets.readings(giver, given))
                .map(readings -> new Handover(held.tell(giver, "approved"), readings));
    }

    private Uni<AssetRegister.Held> give(UnitOfWork giver, TransferRequest request) {
        return assets.give(giver, request).call(() -> requireProof(giver, request));
    }

    private static Uni<Void> requireProof(UnitOfWork giver, TransferRequest request) {
        if (request.proofDocumentId == null) {
            return Uni.createFrom().voidItem();
        }
        return giver.run(PROOF, request.tenantId, request.proofDocumentId, Buffer.buffer(request.proofSha256))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.of(Refusal.PROOF_CHANGED);
                    }
                })
                .replaceWithVoid();
    }
}
