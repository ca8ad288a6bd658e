package org.quartermaster.vehicle.asset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.replay.ReferenceEntities;

/** The live assets, for consumers that join later. */
@ApplicationScoped
class AssetSnapshots implements ReferenceEntities {
    private final AssetRegister register;

    @Inject
    AssetSnapshots(AssetRegister register) {
        this.register = register;
    }

    @Override
    public String keys() {
        return "select tenant_id, id from vehicle.assets where data_status <> 'archived' order by tenant_id, id";
    }

    @Override
    public Uni<Void> note(UnitOfWork unit, String id) {
        return register.lockLive(UUID.fromString(id))
                .chain(asset -> register.ready(unit, asset, new Asset()))
                .invoke(held -> unit.changed(Change.snapshot(AssetRegister.ENTITY, id, held.before())))
                .replaceWithVoid()
                .onFailure(Problem.class)
                .recoverWithItem(() -> null);
    }
}
