package org.quartermaster.equipment.telemetry;

import java.util.List;
import java.util.Map;
import org.quartermaster.equipment.machine.Machine;

/**
 * How the present values of one locked machine moved.
 *
 * @param samples in the order of device time; late samples are left out, and so are values that are late or
 *     implausible
 */
public record Moved(MachineFacts machine, Current before, Current after, List<Sample> samples) {
    private static final Current NOTHING = new Current(null, null, null, null, null, null, null, null, null, null);

    /** The present fuel of a machine as if it had just been reported, for one that comes back to the register. */
    public static Moved present(Machine machine) {
        var facts = new MachineFacts(
                machine.equipmentId,
                machine.name,
                machine.status,
                machine.equipmentType,
                machine.brand,
                machine.model,
                machine.serialNumber,
                machine.silentAfterMinutes);
        var sample = new Sample(
                machine.currentFuelAt,
                null,
                Source.MANUAL,
                machine.currentFuelPercent,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        return new Moved(facts, NOTHING, NOTHING, List.of(sample));
    }
}
