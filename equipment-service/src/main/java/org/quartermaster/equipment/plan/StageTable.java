package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.db.Words;

/** Writes what an evaluation changes of many plans and machines, each in one statement; rows that stay are not written. */
final class StageTable {
    private static final String PLANS = """
            update maintenance_plans p set next_due_hours = s.due_hours, next_due_km = s.due_km, next_due_at = s.due_at,
              stage = s.stage, next_check_at = s.check_at, forecast_due_at = s.forecast_at, forecast = s.forecast
            from (select plan_id, due_hours, due_km, due_at, stage, check_at, forecast_at,
                cast(forecast as jsonb) as forecast
              from unnest($2::text[], $3::numeric[], $4::numeric[], $5::timestamptz[], $6::text[], $7::timestamptz[],
                $8::timestamptz[], $9::text[])
                as n (plan_id, due_hours, due_km, due_at, stage, check_at, forecast_at, forecast)) s
            where p.tenant_id = $1 and p.plan_id = s.plan_id
              and (p.next_due_hours, p.next_due_km, p.next_due_at, p.stage, p.next_check_at, p.forecast_due_at,
                  p.forecast)
                is distinct from (s.due_hours, s.due_km, s.due_at, s.stage, s.check_at, s.forecast_at, s.forecast)
            """;
    private static final String MACHINES = """
            update equipment e set due_stage = s.stage, next_maintenance_at = s.next_at,
              next_maintenance_hours = s.next_hours
            from unnest($2::text[], $3::text[], $4::timestamptz[], $5::numeric[])
              as s (equipment_id, stage, next_at, next_hours)
            where e.tenant_id = $1 and e.equipment_id = s.equipment_id
              and (e.due_stage, e.next_maintenance_at, e.next_maintenance_hours)
                is distinct from (s.stage, s.next_at, s.next_hours)
            """;

    private StageTable() {}

    /** Saves plans and machines that the session no longer knows, under the locks of the machines. */
    static Uni<Void> save(UnitOfWork unit, List<Machine> machines, List<Turn> turns) {
        var tenant = unit.caller().tenant();
        return unit.runAll(List.of(plans(tenant, turns), machines(tenant, machines)))
                .replaceWithVoid();
    }

    private static Query plans(String tenant, List<Turn> turns) {
        var rows = new Columns<>(turns.stream().map(Turn::plan).toList());
        return Query.of(
                PLANS,
                tenant,
                rows.texts(plan -> plan.planId),
                rows.numbers(plan -> plan.nextDueHours),
                rows.numbers(plan -> plan.nextDueKm),
                rows.times(plan -> plan.nextDueAt),
                rows.texts(plan -> Words.of(plan.stage)),
                rows.times(plan -> plan.nextCheckAt),
                rows.times(plan -> plan.forecastDueAt),
                rows.texts(plan -> plan.forecast));
    }

    private static Query machines(String tenant, List<Machine> machines) {
        var rows = new Columns<>(machines);
        return Query.of(
                MACHINES,
                tenant,
                rows.texts(machine -> machine.equipmentId),
                rows.texts(machine -> Words.of(machine.dueStage)),
                rows.times(machine -> machine.nextMaintenanceAt),
                rows.numbers(machine -> machine.nextMaintenanceHours));
    }
}
