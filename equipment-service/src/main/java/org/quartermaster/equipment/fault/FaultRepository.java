package org.quartermaster.equipment.fault;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Fault reports in the database; a report is changed only under the lock of its machine. */
@ApplicationScoped
class FaultRepository implements PanacheRepositoryBase<FaultReport, String> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "fault_not_found");

    private static final Rows<FaultReport> ROWS = Rows.of(FaultReport.class, FaultReport::new);

    static FaultReport read(Row row) {
        return ROWS.read(row);
    }

    /** Locks the machine of a report, deleted or not. */
    Uni<Machine> lockMachine(UnitOfWork unit, String faultId) {
        return unit.session()
                .createQuery("""
                        from Machine m
                        where m.equipmentId = (select f.equipmentId from FaultReport f where f.faultId = ?1)
                        """, Machine.class)
                .setParameter(1, faultId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    /** The report that the same client sent about the same machine since the given time; null where there is none. */
    Uni<FaultReport> sentBefore(FaultReport fault, Instant since) {
        return find(
                        "equipmentId = ?1 and clientHash = ?2 and title = ?3 and createdAt >= ?4 order by createdAt desc",
                        fault.equipmentId,
                        fault.clientHash,
                        fault.title,
                        since)
                .page(0, 1)
                .firstResult();
    }
}
