package org.quartermaster.equipment.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.maintenance.MaintenanceRecord;
import org.quartermaster.equipment.maintenance.Recording;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;

/** The maintenance history of the demo farm, chained and booked like all other. */
@ApplicationScoped
class DemoRecords {
    private static final List<Work> HISTORY = List.of(
            new Work(
                    "maint_001",
                    "eq_001",
                    "plan_001",
                    MaintenanceType.OIL_CHANGE,
                    40,
                    "1050.00",
                    "180.00",
                    "Engine oil and filter changed"),
            new Work(
                    "maint_002",
                    "eq_001",
                    "plan_002",
                    MaintenanceType.GENERAL_SERVICE,
                    30,
                    "1100.00",
                    "420.00",
                    "400-hour service"),
            new Work(
                    "maint_003",
                    "eq_002",
                    "plan_003",
                    MaintenanceType.BATTERY_CHECK,
                    92,
                    null,
                    null,
                    "Battery capacity measured"),
            new Work(
                    "maint_004",
                    "eq_002",
                    null,
                    MaintenanceType.CALIBRATION,
                    5,
                    null,
                    "60.00",
                    "Spray system calibrated"),
            new Work(
                    "maint_005",
                    "eq_003",
                    "plan_004",
                    MaintenanceType.GENERAL_SERVICE,
                    90,
                    null,
                    "150.00",
                    "Pump inspected, seals good"),
            new Work(
                    "maint_006",
                    "eq_004",
                    null,
                    MaintenanceType.GENERAL_SERVICE,
                    120,
                    null,
                    "310.00",
                    "End-of-season service"),
            new Work(
                    "maint_007",
                    "eq_005",
                    "plan_005",
                    MaintenanceType.GENERAL_SERVICE,
                    45,
                    null,
                    "95.00",
                    "Drive units greased, tyres checked"));
    private static final String[] OIL = {"Oil filter", "Engine oil 15W-40, 25 l"};

    private final Recording recording;

    @Inject
    DemoRecords(Recording recording) {
        this.recording = recording;
    }

    /** @param plan the plan whose work was last done by it, or null */
    private record Work(
            String id,
            String machine,
            String plan,
            MaintenanceType type,
            int daysAgo,
            String hours,
            String cost,
            String description) {

        MaintenanceRecord record(UnitOfWork unit) {
            var record = new MaintenanceRecord();
            record.recordId = id;
            record.maintenanceType = type;
            record.description = description;
            record.performedBy = "Farm workshop";
            record.performedAt = unit.now().minus(Duration.ofDays(daysAgo));
            record.performedHours = hours == null ? null : new BigDecimal(hours);
            record.cost = cost == null ? null : new BigDecimal(cost);
            record.currency = cost == null ? null : "USD";
            record.partsReplaced = type == MaintenanceType.OIL_CHANGE ? OIL : null;
            return record;
        }
    }

    Uni<Void> write(UnitOfWork unit) {
        return InTurn.each(HISTORY, work -> write(unit, work));
    }

    private Uni<?> write(UnitOfWork unit, Work work) {
        return unit.session()
                .find(Machine.class, work.machine())
                .chain(machine -> recording.takeOver(unit, machine, work.record(unit)))
                .chain(() -> unit.session()
                        .createNativeQuery("update maintenance_plans set last_record_id = ?1 where plan_id = ?2")
                        .setParameter(1, work.id())
                        .setParameter(2, work.plan())
                        .executeUpdate());
    }
}
