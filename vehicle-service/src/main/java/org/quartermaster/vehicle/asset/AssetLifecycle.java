package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.vehicle.asset.AssetRegister.Held;
import org.quartermaster.vehicle.asset.DataStatus.Step;
import org.quartermaster.vehicle.identity.UserId;

/** The steps of assets: verify, reopen, archive, restore. */
@ApplicationScoped
public class AssetLifecycle {
    private static final ProblemType NOT_VERIFIABLE = new ProblemType(422, "not_verifiable");
    private static final ProblemType TRANSFERRED = new ProblemType(409, "asset_transferred");
    private static final String HANDED_OVER = """
        select from vehicle.vehicle_transfer_requests
        where asset_id = $1 and status = 'approved' and kind = 'handover'
        """;

    private final AssetRepository assets;
    private final AssetRegister register;
    private final AssetViews views;

    @Inject
    AssetLifecycle(AssetRepository assets, AssetRegister register, AssetViews views) {
        this.assets = assets;
        this.register = register;
        this.views = views;
    }

    /** @param overrideReason why a wrong check digit is right, or null */
    public Uni<Answer> verify(UnitOfWork unit, UUID id, String overrideReason) {
        return register.lockLive(id)
                .invoke(asset -> requirePossible(asset, Step.VERIFY))
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .chain(held -> verify(unit, held, overrideReason));
    }

    private Uni<Answer> verify(UnitOfWork unit, Held held, String overrideReason) {
        var asset = held.asset();
        if (overrideReason != null) {
            asset.vinOverrideReason = overrideReason;
        }
        requireVerifiable(held);
        asset.dataStatus = DataStatus.VERIFIED;
        asset.verifiedAt = unit.now();
        asset.verifiedBy = UserId.of(unit.caller());
        register.score(held);
        asset.verifiedScore = asset.completenessScore;
        asset.verifiedVersion = asset.completenessVersion;
        return save(unit, held, "verified", overrideReason);
    }

    private void requireVerifiable(Held held) {
        var completeness = register.completeness(held);
        var errors = new ArrayList<FieldError>();
        completeness.gaps().forEach(field -> errors.add(new FieldError(field, "missing")));
        if (!completeness.reachesMinScore()) {
            errors.add(new FieldError("completeness_score", "score_too_low", completeness.minScore()));
        }
        if (AssetViews.hasDoubtfulVin(views.of(held.asset()))) {
            errors.add(new FieldError("vin", "check_digit_mismatch"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(NOT_VERIFIABLE, errors);
        }
    }

    Uni<Answer> reopen(UnitOfWork unit, UUID id, String reason) {
        return lock(unit, id, Step.REOPEN).chain(held -> draft(unit, held, "reopened", reason));
    }

    public Uni<Answer> archive(UnitOfWork unit, UUID id, String reason) {
        return lock(unit, id, Step.ARCHIVE).chain(held -> {
            if (held.asset().openTransferId != null) {
                throw Problem.of(AssetRegister.OPEN_TRANSFER).showing("transfer_id", held.asset().openTransferId);
            }
            AssetRegister.archive(unit, held.asset(), reason);
            return save(unit, held, "archived", reason);
        });
    }

    Uni<Answer> restore(UnitOfWork unit, UUID id, String reason) {
        return lock(unit, id, Step.RESTORE)
                .call(held -> unit.run(HANDED_OVER, id).invoke(rows -> {
                    if (rows.size() > 0) {
                        throw Problem.of(TRANSFERRED);
                    }
                }))
                .chain(held -> draft(unit, held, "restored", reason));
    }

    private Uni<Held> lock(UnitOfWork unit, UUID id, Step step) {
        return assets.lock(id)
                .invoke(asset -> requirePossible(asset, step))
                .chain(asset -> register.ready(unit, asset, vinOf(asset, step)));
    }

    /** Another asset may have taken the VIN of an archived one. */
    private static Asset vinOf(Asset asset, Step step) {
        var said = new Asset();
        said.vin = step == Step.RESTORE ? asset.vin : null;
        return said;
    }

    private Uni<Answer> draft(UnitOfWork unit, Held held, String verb, String reason) {
        becomeDraft(held.asset());
        return save(unit, held, verb, reason);
    }

    private Uni<Answer> save(UnitOfWork unit, Held held, String verb, String reason) {
        return register.save(unit, held, verb, Origin.API, reason).map(Answer::ok);
    }

    private static void requirePossible(Asset asset, Step step) {
        asset.dataStatus.after(step).orElseThrow(() -> Problem.of(
                        ProblemType.INVALID_TRANSITION, Words.of(asset.dataStatus))
                .showing("possible", asset.dataStatus.steps()));
    }

    /** A draft is neither verified nor archived. */
    static void becomeDraft(Asset asset) {
        asset.dataStatus = DataStatus.DRAFT;
        asset.verifiedAt = null;
        asset.verifiedBy = null;
        asset.verifiedScore = null;
        asset.verifiedVersion = null;
        asset.archivedAt = null;
        asset.archivedBy = null;
        asset.archiveReason = null;
    }
}
