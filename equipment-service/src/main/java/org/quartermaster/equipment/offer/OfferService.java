package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.equipment.machine.VehicleMachines;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;

/** What people answer to offers; the same answer again changes nothing, another one is 409. */
@ApplicationScoped
class OfferService {
    private final OfferRepository repository;
    private final OfferJson json;
    private final VehicleMachines vehicles;
    private final OfferEntry entry;

    @Inject
    OfferService(OfferRepository repository, OfferJson json, VehicleMachines vehicles, OfferEntry entry) {
        this.repository = repository;
        this.json = json;
        this.vehicles = vehicles;
        this.entry = entry;
    }

    /** @param equipmentId the machine that is the vehicle, or null for a new one */
    Uni<Answer> accept(UnitOfWork unit, String offerId, String equipmentId) {
        return repository.lock(offerId).chain(offer -> {
            if (offer.state.hasMachine() && (equipmentId == null || equipmentId.equals(offer.equipmentId))) {
                return Uni.createFrom().item(() -> answer(offer));
            }
            requirePending(offer);
            var state = equipmentId == null ? OfferState.ACCEPTED : OfferState.LINKED;
            return machine(unit, offer, equipmentId)
                    .call(machine -> entry.enter(unit, machine, json.proposal(offer), json.services(offer)))
                    .invoke(machine -> entry.end(unit, offer, state, machine.equipmentId))
                    .map(machine -> answer(offer));
        });
    }

    private Uni<Machine> machine(UnitOfWork unit, Offer offer, String equipmentId) {
        var register = json.register(offer.vin, json.proposal(offer));
        return equipmentId == null
                ? vehicles.register(unit, offer.vehicleAssetId, register)
                : vehicles.link(unit, equipmentId, offer.vehicleAssetId, register)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Problem.invalid("equipment_id", MachineRepository.NOT_FOUND.code()));
    }

    Uni<Answer> dismiss(UnitOfWork unit, String offerId) {
        return repository.lock(offerId).map(offer -> {
            if (offer.state != OfferState.DISMISSED) {
                requirePending(offer);
                entry.end(unit, offer, OfferState.DISMISSED, null);
            }
            return answer(offer);
        });
    }

    private static void requirePending(Offer offer) {
        if (offer.state != OfferState.PENDING) {
            throw Problem.of(ProblemType.INVALID_TRANSITION, Words.of(offer.state));
        }
    }

    private Answer answer(Offer offer) {
        return Answer.ok(json.view(offer));
    }
}
