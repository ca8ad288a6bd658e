package org.quartermaster.equipment.meter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Meters in the database; one is changed only under the lock of its machine. */
@ApplicationScoped
class MeterRepository implements PanacheRepositoryBase<Meter, String> {
    private static final ProblemType NOT_FOUND = new ProblemType(404, "meter_not_found");

    Uni<Meter> open(String equipmentId, MeterKind kind) {
        return find("equipmentId = ?1 and kind = ?2 and removedAt is null", equipmentId, kind)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }
}
