package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.platform.change.UnitOfWork;

/** What becomes of the alert of a plan. */
public interface PlanAlerts {
    /** A plan and its stage until now. */
    record Step(Machine machine, Plan plan, DueStage before) {}

    /** The plans reached another stage; also called with an unchanged one when far overdue or with a new forecast. */
    Uni<Void> stagesChanged(UnitOfWork unit, List<Step> steps);

    /** Resolves the plan's alert, if one is unresolved; gives the ids of the alerts closed. */
    Uni<List<String>> resolved(UnitOfWork unit, Machine machine, Plan plan, String resolution, String recordId);
}
