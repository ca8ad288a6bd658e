package org.quartermaster.equipment.maintenance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.cost.Costs;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.plan.PlanClosing;
import org.quartermaster.equipment.plan.Totals;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;

/** Writes one record of a locked machine: its totals and prices, its place in the chain, its costs. */
@ApplicationScoped
public class Recording {
    private final RecordRepository records;
    private final PerformedTotals totals;
    private final PartPrices prices;
    private final Costs costs;

    @Inject
    Recording(RecordRepository records, PerformedTotals totals, PartPrices prices, Costs costs) {
        this.records = records;
        this.totals = totals;
        this.prices = prices;
        this.costs = costs;
    }

    Uni<Void> write(UnitOfWork unit, Machine machine, RecordFields.Given given) {
        var record = given.record();
        record.performedAt = record.performedAt == null ? unit.now() : record.performedAt;
        return totals.complete(unit, machine, record)
                .chain(() -> prices.fill(unit, machine, given.parts()))
                .invoke(parts -> RecordCosts.sumUp(record, parts))
                .call(parts -> append(unit, machine, new RecordFields.Given(record, parts)))
                .chain(parts -> costs.add(unit, machine, record.performedAt, RecordCosts.rows(machine, record, parts)));
    }

    /** Takes work of the past over as it is, with its costs; plans stay as they are. */
    public Uni<Void> takeOver(UnitOfWork unit, Machine machine, MaintenanceRecord record) {
        return append(unit, machine, new RecordFields.Given(record, List.of()))
                .chain(() -> costs.add(unit, machine, record.performedAt, RecordCosts.rows(machine, record, List.of())))
                .invoke(() -> unit.changed(new Change(
                        MaintenanceService.ENTITY,
                        record.recordId,
                        "recorded",
                        RecordView.of(record),
                        null,
                        Map.of("closed_alerts", List.of(), "rescheduled_plans", List.of()))));
    }

    /** Adds the record as it is to the machine's chain. */
    Uni<Void> append(UnitOfWork unit, Machine machine, RecordFields.Given given) {
        var record = given.record();
        record.tenantId = machine.tenantId;
        record.recordId = record.recordId == null ? Ids.next("maint") : record.recordId;
        record.equipmentId = machine.equipmentId;
        record.recordedBy = unit.caller().subject();
        record.createdAt = unit.now();
        record.updatedAt = unit.now();
        return records.last(machine.equipmentId)
                .invoke(last -> HashChain.append(record, last))
                .chain(() -> records.add(unit, given));
    }

    static PlanClosing.Work work(MaintenanceRecord record) {
        var done = new Totals(record.performedAt, record.performedHours, record.performedKm);
        return new PlanClosing.Work(record.recordId, record.maintenanceType, record.planId, done, record.createdAt);
    }
}
