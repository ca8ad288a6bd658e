package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.vehicle.identity.Identities;
import org.quartermaster.vehicle.transfer.TransferAssets.GivenAsset;
import org.quartermaster.vehicle.transfer.TransferAssets.Luggage;

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

    /** Who decided, in which request of his, and when. */
    record Signature(UUID user, String requestId, Instant at) {}

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
                    held.request().takerConsentBy = user;
                    held.request().takerConsentAt = unit.now();
                    held.request().decisionReason = reason;
                    return carryOut(
                                    unit,
                                    held,
                                    new Signature(user, unit.caller().requestId(), unit.now()))
                            .map(Answer::ok);
                }));
    }

    private Uni<TransferView> carryOut(UnitOfWork unit, Held held, Signature signature) {
        var request = held.request();
        if (request.kind == TransferKind.INTERNAL) {
            return give(unit, held)
                    .chain(asset -> assets.hold(unit, request, signature))
                    .map(ignored -> close(unit, held, signature));
        }
        request.newAssetId = Ids.uuid();
        return assets.requireFree(unit, held.asset().vin())
                .chain(() -> tenants.run(unit, request.tenantId, giver -> handOver(giver, held, signature)))
                .call(handover -> assets.arrive(unit, request, handover.luggage, signature))
                .map(Handover::view);
    }

    private record Handover(TransferView view, Luggage luggage) {}

    private Uni<Handover> handOver(UnitOfWork giver, Held held, Signature signature) {
        return give(giver, held)
                .chain(asset -> assets.archive(giver, held.request(), asset, signature))
                .map(luggage -> new Handover(close(giver, held, signature), luggage));
    }

    /** The giver's vehicle, locked, when nothing stands against it, with its last reading. */
    private Uni<GivenAsset> give(UnitOfWork giver, Held held) {
        var request = held.request();
        return assets.lock(giver, request.assetId)
                .invoke(GivenAsset::requireLive)
                .invoke(asset -> asset.requireOwnerOf(request))
                .call(() -> requireProof(giver, request))
                .call(() -> assets.read(giver, request));
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

    private static TransferView close(UnitOfWork giver, Held held, Signature signature) {
        var request = held.request();
        request.close(TransferStatus.APPROVED, signature.user(), request.decisionReason, signature.at());
        var transferred = TransferredAsset.of(request, held.asset());
        giver.changed(Change.eventOnly("asset", request.assetId.toString(), "transferred", transferred, null));
        return held.tell(giver, "approved");
    }
}
