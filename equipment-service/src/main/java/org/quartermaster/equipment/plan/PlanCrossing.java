package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;

/**
 * Finds the machines whose moving totals change the stage or priority of a plan, in one query for all, and evaluates
 * those.
 */
@ApplicationScoped
public class PlanCrossing {
    /**
     * The points at which a plan changes are those of {@link Gauge}: lead, due, grace, far overdue. One that lies
     * between the totals before and after was crossed; without a total before, the first reading counts.
     */
    private static final String CROSSED = """
            select distinct p.equipment_id
            from unnest($1::text[], $2::numeric[], $3::numeric[], $4::numeric[], $5::numeric[])
              as m (equipment_id, hours_before, hours, km_before, km)
            join maintenance_plans p on p.equipment_id = m.equipment_id
            where p.state = 'active' and p.deleted_at is null
              and (m.hours is not null and (m.hours_before is null
                  or p.interval_hours is not null and p.next_due_hours is null
                  or p.next_due_hours - p.lead_hours between m.hours_before and m.hours
                  or p.next_due_hours between m.hours_before and m.hours
                  or p.next_due_hours + p.grace_hours between m.hours_before and m.hours
                  or p.next_due_hours + coalesce(p.interval_hours * 0.25, 100) between m.hours_before and m.hours)
                or m.km is not null and (m.km_before is null
                  or p.interval_km is not null and p.next_due_km is null
                  or p.next_due_km - p.lead_km between m.km_before and m.km
                  or p.next_due_km between m.km_before and m.km
                  or p.next_due_km + p.grace_km between m.km_before and m.km
                  or p.next_due_km + coalesce(p.interval_km * 0.25, 1000) between m.km_before and m.km))
            order by p.equipment_id
            """;

    private final PlanEvaluation plans;

    @Inject
    PlanCrossing(PlanEvaluation plans) {
        this.plans = plans;
    }

    /**
     * How the totals of a locked machine moved.
     *
     * @param hours null when the hours did not move; km likewise
     */
    public record Movement(
            String equipmentId, BigDecimal hoursBefore, BigDecimal hours, BigDecimal kmBefore, BigDecimal km) {}

    /** To be called when the totals are in the database. */
    public Uni<Void> moved(UnitOfWork unit, List<Movement> movements) {
        if (movements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new Columns<>(movements);
        return unit.run(
                        CROSSED,
                        rows.texts(Movement::equipmentId),
                        rows.numbers(Movement::hoursBefore),
                        rows.numbers(Movement::hours),
                        rows.numbers(Movement::kmBefore),
                        rows.numbers(Movement::km))
                .chain(found -> {
                    var crossed = new ArrayList<String>();
                    found.forEach(row -> crossed.add(row.getString(0)));
                    return InTurn.each(crossed, id -> evaluate(unit, id));
                });
    }

    private Uni<Void> evaluate(UnitOfWork unit, String id) {
        return unit.session()
                .find(Machine.class, id)
                .call(machine -> unit.session().refresh(machine))
                .chain(machine -> plans.evaluate(unit, machine))
                .call(() -> unit.session().flush());
    }
}
