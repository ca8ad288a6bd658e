package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.VehicleMachines;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;

/** Turns what is heard of vehicles into offers, or passes it on to the machines that they are already. */
@ApplicationScoped
class Offers {
    static final String ENTITY = "offer";

    private final OfferRepository repository;
    private final OfferJson json;
    private final VehicleMachines vehicles;
    private final OfferEntry entry;

    @Inject
    Offers(OfferRepository repository, OfferJson json, VehicleMachines vehicles, OfferEntry entry) {
        this.repository = repository;
        this.json = json;
        this.vehicles = vehicles;
        this.entry = entry;
    }

    /** NB: asks for the offer first, so that one that is being accepted has become a machine when that is asked for. */
    Uni<Void> hear(UnitOfWork unit, VehicleNews news) {
        return repository.lockPending(news.assetId()).chain(pending -> vehicles.lock(news.assetId())
                .chain(machine -> machine == null ? offer(unit, pending, news) : tell(unit, machine, news)));
    }

    private Uni<Void> tell(UnitOfWork unit, Machine machine, VehicleNews news) {
        return vehicles.fill(unit, machine, json.register(news.vin(), news.proposal()))
                .chain(filled -> entry.enter(unit, filled, news.proposal(), news.services()));
    }

    /** A vehicle that has left the tenant is not offered again, however late the news come. */
    private Uni<Void> offer(UnitOfWork unit, Offer pending, VehicleNews news) {
        return pending == null
                ? vehicles.isGone(news.assetId())
                        .chain(gone -> gone ? Uni.createFrom().voidItem() : create(unit, news))
                : update(unit, pending, news);
    }

    private Uni<Void> create(UnitOfWork unit, VehicleNews news) {
        var offer = new Offer();
        offer.tenantId = unit.caller().tenant();
        offer.offerId = Ids.next(ENTITY);
        offer.vehicleAssetId = news.assetId();
        offer.vin = news.vin();
        offer.proposal = json.text(news.proposal().over(Proposal.vehicle()));
        offer.services = json.text(news.services());
        offer.sourceEventId = news.eventId();
        offer.asOf = news.at();
        offer.createdAt = unit.now();
        offer.updatedAt = unit.now();
        return suggest(unit, offer)
                .chain(() -> repository.persistAndFlush(offer))
                .invoke(() -> unit.changed(Change.created(ENTITY, offer.offerId, json.view(offer))))
                .replaceWithVoid();
    }

    /** Older news fill only what is not known yet. */
    private Uni<Void> update(UnitOfWork unit, Offer offer, VehicleNews news) {
        var before = json.view(offer);
        var isNewer = !news.at().isBefore(offer.asOf);
        var known = json.proposal(offer);
        offer.proposal = json.text(isNewer ? news.proposal().over(known) : known.over(news.proposal()));
        offer.vin = news.vin() != null && (isNewer || offer.vin == null) ? news.vin() : offer.vin;
        offer.asOf = isNewer ? news.at() : offer.asOf;
        if (!news.services().isEmpty()) {
            offer.services = json.text(news.services());
        }
        return suggest(unit, offer).invoke(() -> {
            if (!json.view(offer).equals(before)) {
                offer.version++;
                offer.updatedAt = unit.now();
                unit.changed(Change.of(ENTITY, offer.offerId, "updated", json.view(offer), before));
            }
        });
    }

    private Uni<Void> suggest(UnitOfWork unit, Offer offer) {
        return vehicles.match(unit, offer.vin, json.proposal(offer).serialNumber())
                .invoke(match -> offer.suggestedEquipmentId = match)
                .replaceWithVoid();
    }

    /** Takes an offer back because the vehicle has left the tenant; false where none waits for an answer. */
    Uni<Boolean> withdraw(UnitOfWork unit, String assetId) {
        return repository.lockPending(assetId).map(pending -> {
            if (pending != null) {
                entry.end(unit, pending, OfferState.DISMISSED, null);
            }
            return pending != null;
        });
    }
}
