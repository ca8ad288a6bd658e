package org.quartermaster.equipment.telemetry;

import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;

/** What rules need to know of the register about a machine whose samples they look at. */
public record MachineFacts(
        String equipmentId,
        String name,
        MachineStatus status,
        EquipmentType equipmentType,
        String brand,
        String model,
        String serialNumber,
        Integer silentAfterMinutes) {
    static MachineFacts of(Machine machine) {
        return new MachineFacts(
                machine.equipmentId,
                machine.name,
                machine.status,
                machine.equipmentType,
                machine.brand,
                machine.model,
                machine.serialNumber,
                machine.silentAfterMinutes);
    }
}
