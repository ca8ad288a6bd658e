package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.cost.VehicleCosts;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.maintenance.PastService;
import org.quartermaster.equipment.maintenance.PastServices;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** What an offer brings to a machine, and how the offer ends. */
@ApplicationScoped
class OfferEntry {
    private final VehicleCosts costs;
    private final PastServices history;
    private final OfferJson json;

    @Inject
    OfferEntry(VehicleCosts costs, PastServices history, OfferJson json) {
        this.costs = costs;
        this.history = history;
        this.json = json;
    }

    /** Books price and value of a locked machine, and adds the services to its history. */
    Uni<Void> enter(UnitOfWork unit, Machine machine, Proposal proposal, List<PastService> services) {
        var said = proposal.valuedAt();
        return history.takeOver(unit, machine, services)
                .chain(() -> costs.purchase(unit, machine, proposal.purchasePrice(), proposal.purchaseCurrency(), said))
                .chain(() -> costs.valuation(unit, machine, proposal.value(), proposal.valueCurrency(), said));
    }

    /** @param equipmentId the machine that it became, or null */
    void end(UnitOfWork unit, Offer offer, OfferState state, String equipmentId) {
        var before = json.view(offer);
        offer.state = state;
        offer.equipmentId = equipmentId;
        offer.version++;
        offer.updatedAt = unit.now();
        unit.changed(new Change(
                Offers.ENTITY,
                offer.offerId,
                state.hasMachine() ? "accepted" : "dismissed",
                json.view(offer),
                before,
                Map.of("previous", Map.of("state", before.state()))));
    }
}
