package org.quartermaster.equipment.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.reading.Sample;

/**
 * How the present values of one locked machine moved.
 *
 * @param samples in the order of device time; late samples are left out, and so are values that are late or
 *     implausible
 */
public record Moved(MachineFacts machine, Current before, Current after, List<Sample> samples) {
    private static final Current NOTHING = new Current(null, null, null, null, null, null, null, null, null, null);

    /** The present fuel and place of a machine as if just reported, for one that comes back to the register. */
    public static Moved present(Machine machine) {
        var samples = new ArrayList<Sample>();
        if (machine.currentPositionAt != null) {
            samples.add(Sample.ofPlace(machine.currentPositionAt, machine.currentLat, machine.currentLon));
        }
        if (machine.currentFuelAt != null) {
            samples.add(Sample.ofFuel(machine.currentFuelAt, machine.currentFuelPercent));
        }
        samples.sort(Comparator.comparing(Sample::recordedAt));
        return new Moved(MachineFacts.of(machine), NOTHING, NOTHING, samples);
    }
}
