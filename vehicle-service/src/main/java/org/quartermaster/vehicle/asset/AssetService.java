package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.vehicle.asset.AssetRegister.Held;

/** Enters assets and changes their fields. */
@ApplicationScoped
class AssetService {
    private final AssetRegister register;

    @Inject
    AssetService(AssetRegister register) {
        this.register = register;
    }

    Uni<Answer> create(UnitOfWork unit, AssetInput input) {
        var asset = AssetRegister.blank(unit, Acquisition.MANUAL);
        input.apply(asset, unit.now());
        return register.enter(unit, asset, Origin.API).map(AssetService::created);
    }

    static Answer created(AssetView view) {
        return Answer.created(view, "/api/v1/assets/" + view.id());
    }

    Uni<Answer> patch(UnitOfWork unit, UUID id, String ifMatch, AssetInput input) {
        return register.lockLive(id)
                .invoke(asset -> ETags.requireMatch(ifMatch, asset.version))
                .chain(asset -> register.ready(unit, asset, input.said()))
                .chain(held -> patch(unit, held, input));
    }

    private Uni<Answer> patch(UnitOfWork unit, Held held, AssetInput input) {
        input.apply(held.asset(), unit.now());
        var reopened = reopens(held);
        if (reopened) {
            AssetLifecycle.becomeDraft(held.asset());
        }
        return register.save(unit, held, reopened ? "reopened" : "updated", Origin.API, null)
                .map(view -> Answer.ok(new PatchedAsset(view, reopened)));
    }

    /** A verified asset is one no more when a mandatory field is emptied, or what it is known by changes. */
    private boolean reopens(Held held) {
        var asset = held.asset();
        var before = held.before();
        return before.dataStatus() == DataStatus.VERIFIED
                && (!Objects.equals(asset.vin, before.vin())
                        || !Objects.equals(asset.ownerOrgId, before.ownerOrgId())
                        || !Objects.equals(asset.serialNumber, before.serialNumber())
                        || !register.emptied(held).isEmpty());
    }
}
