package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.vehicle.asset.AssetRegister;
import org.quartermaster.vehicle.identity.Identities;

/** Requests as they are made, rejected and cancelled. */
@ApplicationScoped
public class TransferService {
    private final TransferDraft draft;
    private final TransferRepository requests;
    private final AssetRegister assets;
    private final OpenTransfers open;
    private final GiversTenant tenants;
    private final Identities identities;

    @Inject
    TransferService(
            TransferDraft draft,
            TransferRepository requests,
            AssetRegister assets,
            OpenTransfers open,
            GiversTenant tenants,
            Identities identities) {
        this.draft = draft;
        this.requests = requests;
        this.assets = assets;
        this.open = open;
        this.tenants = tenants;
        this.identities = identities;
    }

    /** @param code of a handover that names no organization, else null */
    public Uni<Answer> ask(UnitOfWork unit, UUID assetId, TransferInput input, HandoverCode code) {
        return identities.caller(unit).chain(user -> assets.lockLive(assetId)
                .call(() -> requireNoneOpen(unit, assetId))
                .chain(asset -> draft.of(unit, asset, input, user))
                .chain(request -> enter(unit, request, code))
                .map(view -> Answer.created(view, "/api/v1/transfer-requests/" + view.id())));
    }

    /**
     * NB: under the lock of the asset, so that of many at a time one gets through; the index would refuse the others.
     * Consents lock the request before its asset, so here only one is locked that nobody can consent to any more.
     */
    private Uni<Void> requireNoneOpen(UnitOfWork unit, UUID assetId) {
        return requests.open(unit, assetId)
                .onItem()
                .ifNotNull()
                .call(waiting -> {
                    if (!waiting.isDue()) {
                        throw Problem.of(AssetRegister.OPEN_TRANSFER).showing("transfer_id", waiting.id());
                    }
                    return open.expireWhenDue(unit, waiting.id());
                })
                .replaceWithVoid();
    }

    private Uni<TransferView> enter(UnitOfWork unit, TransferRequest request, HandoverCode code) {
        return requests.persistAndFlush(request)
                .call(() -> code == null ? Uni.createFrom().voidItem() : unit.run("""
                                insert into vehicle.handover_codes (code_hash, tenant_id, request_id, expires_at)
                                select $1, tenant_id, id, expires_at from vehicle.vehicle_transfer_requests where id = $2
                                """, code.hash(), request.id))
                .chain(() -> requests.asset(unit, request))
                .map(asset -> new Held(request, asset, null).tell(unit, "requested"));
    }

    /** By the side that was asked; null where the request has just expired. */
    Uni<Answer> reject(UnitOfWork unit, UUID id, String reason) {
        return identities
                .caller(unit)
                .chain(user -> open.decide(unit, id, held -> {
                    Approval.requireOtherSide(unit, held.request(), user);
                    return close(unit, held, TransferStatus.REJECTED, user, reason);
                }));
    }

    /** By who asked, who recorded it, or an admin of the giver; null where the request has just expired. */
    Uni<Answer> cancel(UnitOfWork unit, UUID id, String reason) {
        return identities
                .caller(unit)
                .chain(user -> open.decide(unit, id, held -> {
                    requireAsker(unit, held.request(), user);
                    return close(unit, held, TransferStatus.CANCELLED, user, reason);
                }));
    }

    private static void requireAsker(UnitOfWork unit, TransferRequest request, UUID user) {
        var asked = user.equals(request.requesterId) || user.equals(request.recordedBy);
        if (!unit.caller().tenant().equals(request.tenantId)
                || !asked && !unit.caller().is(Roles.ADMIN)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    private Uni<Answer> close(UnitOfWork unit, Held held, TransferStatus end, UUID user, String reason) {
        return tenants.run(unit, held.request().tenantId, giver -> {
                    held.request().close(end, user, reason, unit.now());
                    return Uni.createFrom().item(held.tell(giver, Words.of(end)));
                })
                .map(Answer::ok);
    }
}
