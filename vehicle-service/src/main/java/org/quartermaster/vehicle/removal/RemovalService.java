package org.quartermaster.vehicle.removal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;

/** Removes vehicles for privacy, known or barred in advance, and brings them back. */
@ApplicationScoped
class RemovalService {
    private static final String ENTITY = "vehicle";

    private final Removals removals;

    @Inject
    RemovalService(Removals removals) {
        this.removals = removals;
    }

    /** 201; 200 with the removal that holds already. */
    Uni<Answer> remove(UnitOfWork unit, String vin, RemovalInput input) {
        return removals.enter(unit, vin, input)
                .chain(entered -> entered == null
                        ? removals.lock(unit, vin).map(Answer::ok)
                        : hide(unit, entered).replaceWith(() -> Answer.created(entered, path(vin))));
    }

    private static String path(String vin) {
        return "/api/v1/vehicles/" + vin + "/removal";
    }

    private Uni<Void> hide(UnitOfWork unit, RemovalView removal) {
        return removals.lots(unit, removal.vin(), false)
                .call(lots -> removals.hide(unit, removal.vin(), lots))
                .invoke(lots -> tell(unit, "removed", removal, lots))
                .replaceWithVoid();
    }

    /** 200, also for a vehicle that is back already. */
    Uni<Answer> restore(UnitOfWork unit, String vin, String ifMatch) {
        return removals.lock(unit, vin)
                .invoke(removal -> ETags.requireMatch(ifMatch, removal.version()))
                .chain(removal -> removals.end(unit, vin)
                        .call(ended -> ended == null ? Uni.createFrom().nullItem() : show(unit, ended))
                        .map(ended -> Answer.ok(ended == null ? removal : ended)));
    }

    private Uni<Void> show(UnitOfWork unit, RemovalView removal) {
        return removals.lots(unit, removal.vin(), true)
                .call(lots -> removals.show(unit, removal.vin(), lots))
                .invoke(lots -> tell(unit, "restored", removal, lots))
                .replaceWithVoid();
    }

    private static void tell(UnitOfWork unit, String verb, RemovalView removal, List<Long> lots) {
        var news = new RemovedVehicle(removal.vin(), removal.removedAt(), removal.restoredAt(), lots);
        unit.changed(new Change(ENTITY, removal.vin(), verb, news, null, Map.of()).forAll(unit.caller()));
    }
}
