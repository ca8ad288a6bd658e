package org.quartermaster.vehicle.transfer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;

/** Requests that may still be decided: not closed, and not past their time. */
@ApplicationScoped
class OpenTransfers {
    private final TransferRepository requests;
    private final GiversTenant tenants;

    @Inject
    OpenTransfers(TransferRepository requests, GiversTenant tenants) {
        this.requests = requests;
        this.tenants = tenants;
    }

    /**
     * Locks a request and takes the step; 409 for one that is closed. One whose time is up expires now and gives null:
     * that has to be committed before it is told.
     */
    <T> Uni<T> decide(UnitOfWork unit, UUID id, Function<Held, Uni<T>> step) {
        return requests.lock(unit, id).chain(held -> {
            var request = held.request();
            if (request.status != TransferStatus.PENDING) {
                throw Problem.of(Refusal.CLOSED, Words.of(request.status))
                        .showing("transfer_status", Words.of(request.status));
            }
            return request.isOverdue(unit.now()) ? expire(unit, held).map(ignored -> null) : step.apply(held);
        });
    }

    private Uni<TransferView> expire(UnitOfWork unit, Held held) {
        return tenants.run(unit, held.request().tenantId, giver -> {
            held.request().close(TransferStatus.EXPIRED, null, null, unit.now());
            return Uni.createFrom().item(held.tell(giver, "expired"));
        });
    }

    /** Lets a request expire whose time is up, unless somebody was quicker. */
    Uni<Void> expireWhenDue(UnitOfWork unit, UUID id) {
        return requests.lock(unit, id)
                .chain(held -> held.request().isOverdue(unit.now())
                        ? expire(unit, held).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }
}
