package org.quartermaster.equipment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.plan.PlanClosing.Closed;
import org.quartermaster.equipment.plan.PlanClosing.Work;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Takes back what a corrected or voided record did to plans: each goes back to what it was before, then the newest of
 * the work that is left closes it.
 */
@ApplicationScoped
public class PlanReplay {
    private final PlanRepository plans;
    private final PlanClosing closing;
    private final PlanEvaluation evaluation;

    @Inject
    PlanReplay(PlanRepository plans, PlanClosing closing, PlanEvaluation evaluation) {
        this.plans = plans;
        this.closing = closing;
        this.evaluation = evaluation;
    }

    /**
     * NB: the machine must be locked, and the records written before.
     *
     * @param corrected id of the record that holds no more
     * @param left all work of the machine that is in force
     * @param instead the work that stands in its place, or null
     */
    public Uni<Closed> replay(UnitOfWork unit, Machine machine, String corrected, List<Work> left, Work instead) {
        return plans.doneBy(machine.equipmentId, corrected).chain(affected -> {
            var before = affected.stream().map(PlanView::of).toList();
            var closed = Closed.nothing();
            return InTurn.each(affected, plan -> replay(unit, machine, plan, left))
                    .chain(() -> evaluation.evaluate(unit, machine))
                    .invoke(() -> before.forEach(view -> PlanClosing.note(unit, affected, view, closed)))
                    .chain(() -> instead == null
                            ? Uni.createFrom().item(closed)
                            : closing.close(unit, machine, instead, ids(affected))
                                    .invoke(more -> closed.alerts().addAll(more.alerts()))
                                    .invoke(more -> closed.plans().addAll(more.plans()))
                                    .replaceWith(closed));
        });
    }

    private static Set<String> ids(List<Plan> plans) {
        return plans.stream().map(plan -> plan.planId).collect(Collectors.toSet());
    }

    private Uni<Void> replay(UnitOfWork unit, Machine machine, Plan plan, List<Work> left) {
        var inForce = left.stream().map(Work::recordId).collect(Collectors.toSet());
        return former(unit, plan.planId, plan.lastRecordId, inForce::contains)
                .invoke(former -> PlanRewind.rewind(plan, former))
                .invoke(() -> newest(plan, left).ifPresent(work -> {
                    Schedule.done(plan, work.done());
                    plan.lastRecordId = work.recordId();
                }))
                .chain(() -> evaluation.resolve(unit, machine, plan, "plan_changed", null))
                .invoke(() -> PlanClosing.moved(unit, machine, plan))
                .replaceWithVoid();
    }

    /** Back through the records that are not in force any more; null where the audit does not reach so far. */
    private Uni<JsonNode> former(UnitOfWork unit, String planId, String recordId, Predicate<String> inForce) {
        return plans.before(unit, planId, recordId).chain(former -> {
            var earlier = former == null ? null : former.path("last_record_id").textValue();
            return earlier == null || inForce.test(earlier)
                    ? Uni.createFrom().item(former)
                    : former(unit, planId, earlier, inForce);
        });
    }

    /** NB: work that was written down before the plan was made never closed it. */
    private static Optional<Work> newest(Plan plan, List<Work> left) {
        return left.stream()
                .filter(work -> work.fulfils(plan) && !work.recordedAt().isBefore(plan.createdAt))
                .max(Comparator.comparing((Work work) -> work.done().at()).thenComparing(Work::recordedAt));
    }
}
