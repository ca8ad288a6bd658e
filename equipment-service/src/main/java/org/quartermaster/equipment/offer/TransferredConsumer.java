package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.VehicleMachines;
import org.quartermaster.equipment.maintenance.PastServices;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.consumer.EventConsumer;

/**
 * A vehicle that changed its owner leaves the register of the one and is offered to the other, in one transaction.
 * NB: what makes a repetition harmless is that nothing is left to leave.
 */
@ApplicationScoped
class TransferredConsumer implements EventConsumer<TransferredAsset> {
    private final Offers offers;
    private final VehicleMachines vehicles;
    private final PastServices history;
    private final Writes writes;

    @Inject
    TransferredConsumer(Offers offers, VehicleMachines vehicles, PastServices history, Writes writes) {
        this.offers = offers;
        this.vehicles = vehicles;
        this.history = history;
        this.writes = writes;
    }

    @Override
    public String subject() {
        return "qm.vehicle.*.asset.transferred";
    }

    @Override
    public Class<TransferredAsset> data() {
        return TransferredAsset.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<TransferredAsset> event) {
        if (!TransferredAsset.leaves(event)) {
            return Uni.createFrom().voidItem();
        }
        var assetId = event.data().assetId();
        return offers.withdraw(unit, assetId)
                .chain(offered -> vehicles.lock(assetId).chain(machine -> {
                    if (machine != null) {
                        return leave(unit, event, machine);
                    }
                    return offered
                            ? arrive(unit, event, TransferredAsset.news(event, null, List.of()))
                            : Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> leave(UnitOfWork unit, Event<TransferredAsset> event, Machine machine) {
        return history.of(machine).chain(services -> {
            var news = TransferredAsset.news(event, machine, services);
            return vehicles.transferred(unit, machine).chain(() -> arrive(unit, event, news));
        });
    }

    private Uni<Void> arrive(UnitOfWork unit, Event<TransferredAsset> event, VehicleNews news) {
        return writes.within(unit, unit.caller().within(event.data().toTenant()), taker -> offers.hear(taker, news));
    }
}
