package org.quartermaster.equipment.plan;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.security.Caller;

/** Lets dates that passed show, and forecasts follow the readings. */
@ApplicationScoped
class PlanTick {
    private static final int MACHINES_AT_ONCE = 100;

    private final OneReplica replica;
    private final DuePlans due;
    private final MachineRepository machines;
    private final PlanRepository plans;
    private final PlanEvaluation evaluation;
    private final Writes writes;

    @Inject
    PlanTick(
            OneReplica replica,
            DuePlans due,
            MachineRepository machines,
            PlanRepository plans,
            PlanEvaluation evaluation,
            Writes writes) {
        this.replica = replica;
        this.due = due;
        this.machines = machines;
        this.plans = plans;
        this.evaluation = evaluation;
        this.writes = writes;
    }

    /** NB: twice a minute, so that a passed date shows within one. */
    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() throws SQLException {
        replica.run("equipment.plan_tick", this::evaluateAll);
    }

    private void evaluateAll(Connection connection) throws SQLException {
        var place = DuePlans.Place.START;
        while (place != null) {
            var page = due.page(connection, place);
            page.machines().forEach((tenant, ids) -> {
                var distinct = ids.stream().distinct().sorted().toList();
                for (var from = 0; from < distinct.size(); from += MACHINES_AT_ONCE) {
                    evaluate(tenant, distinct.subList(from, Math.min(from + MACHINES_AT_ONCE, distinct.size())));
                }
            });
            place = page.next();
        }
    }

    /** A machine that cannot be evaluated does not hold up the others: its batch is halved until it stands alone. */
    private void evaluate(String tenant, List<String> ids) {
        try {
            Awaiting.result(() -> writes.write(Caller.system(tenant), unit -> evaluate(unit, ids)));
        } catch (RuntimeException failed) {
            if (ids.size() == 1) {
                Log.errorf(failed, "plans of %s in %s cannot be evaluated", ids.get(0), tenant);
                return;
            }
            var half = ids.size() / 2;
            evaluate(tenant, ids.subList(0, half));
            evaluate(tenant, ids.subList(half, ids.size()));
        }
    }

    private Uni<Void> evaluate(UnitOfWork unit, List<String> ids) {
        return machines.lockAll(ids).chain(found -> {
            var gone = ids.stream()
                    .filter(id -> found.stream().noneMatch(machine -> machine.equipmentId.equals(id)))
                    .toList();
            return plans.rest(gone).chain(() -> evaluation.evaluateAndForget(unit, found));
        });
    }
}
