package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.NextMaintenance;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Messages;

/**
 * The plan behind a machine's next maintenance. A due point that is cleared on a plan with an interval is counted anew
 * from the work last done; a plan that is left without any due point goes.
 */
@ApplicationScoped
public class PrimaryPlan {
    private static final String NAME = "next_maintenance";

    private final PlanRepository plans;
    private final PlanCreation creation;
    private final PlanService service;

    @Inject
    PrimaryPlan(PlanRepository plans, PlanCreation creation, PlanService service) {
        this.plans = plans;
        this.creation = creation;
        this.service = service;
    }

    /** Sets or clears what the request names; the machine must be locked. */
    public Uni<Void> schedule(UnitOfWork unit, Machine machine, NextMaintenance asked) {
        return plans.primary(machine.equipmentId).chain(plan -> {
            if (plan != null) {
                return isEmptied(asked, plan)
                        ? service.remove(unit, machine, plan)
                        : service.move(unit, machine, plan, () -> take(asked, plan));
            }
            return asked.hasValue()
                    ? creation.add(unit, machine, once(asked))
                    : Uni.createFrom().voidItem();
        });
    }

    private static Plan once(NextMaintenance asked) {
        var plan = new Plan();
        plan.name = Messages.text(Locale.ENGLISH, NAME);
        plan.nameAr = Messages.text(Locale.forLanguageTag("ar"), NAME);
        plan.maintenanceType = MaintenanceType.GENERAL_SERVICE;
        plan.recurring = false;
        plan.isPrimary = true;
        take(asked, plan);
        return plan;
    }

    private static boolean isEmptied(NextMaintenance asked, Plan plan) {
        var at = asked.at().given() ? asked.at().value() : plan.nextDueAt;
        var hours = asked.hours().given() ? asked.hours().value() : plan.nextDueHours;
        return at == null && hours == null && plan.nextDueKm == null && !plan.hasInterval();
    }

    private static void take(NextMaintenance asked, Plan plan) {
        asked.at().to(value -> plan.nextDueAt = value);
        asked.hours().to(value -> plan.nextDueHours = value);
    }
}
