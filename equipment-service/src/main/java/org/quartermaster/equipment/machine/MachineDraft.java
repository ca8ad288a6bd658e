package org.quartermaster.equipment.machine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.quartermaster.equipment.reading.Sample;
import org.quartermaster.equipment.reading.SampleFields;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/**
 * A machine as a row of a table wants it; the rules are those of PATCH, and of POST for a new one.
 *
 * @param before the machine as it is, or null for a new one
 * @param sample the current values that the row gives and that are news
 * @param next the due points that the row sets; null where it sets none, or only repeats those known
 */
public record MachineDraft(MachineRow row, Machine machine, MachineView before, Sample sample, NextMaintenance next) {

    /**
     * Takes the row over into the known machine, or a new one.
     *
     * @throws Problem 422 with all that is wrong in the row
     */
    public static MachineDraft of(MachineRow row, Machine known, Caller caller, Instant now) {
        var machine = known == null ? MachineService.blank(caller, now) : known;
        var before = known == null ? null : MachineView.of(known);
        var fields = Fields.ofCells(row.fields(machine));
        if (known == null) {
            need(fields, "name", "equipment_type");
        }
        fields.require("name", "equipment_type", "status");
        MachineFields.apply(fields, machine);
        MachineFields.qrCode(fields, machine);
        var sample = SampleFields.ofRegister(fields, Source.IMPORT);
        var next = NextMaintenance.read(fields);
        refuseBackwards(fields, "current_hours", sample.hours(), machine.currentHours);
        refuseBackwards(fields, "current_km", sample.km(), machine.currentKm);
        fields.checkStrictly();
        if (known == null) {
            MachineService.ensureQrCode(machine);
        }
        return new MachineDraft(row, machine, before, sample, repeats(next, machine) ? null : next);
    }

    private static void need(Fields fields, String... names) {
        for (var name : names) {
            if (!fields.has(name)) {
                fields.error(name, "missing");
            }
        }
    }

    /** NB: due points that are known already are no new ones, or each import of an export would set them. */
    private static boolean repeats(NextMaintenance next, Machine machine) {
        var at = next.at();
        var hours = next.hours();
        return (!at.given() || Objects.equals(at.value(), machine.nextMaintenanceAt))
                && (!hours.given() || equal(hours.value(), machine.nextMaintenanceHours));
    }

    private static boolean equal(BigDecimal given, BigDecimal known) {
        return given == null ? known == null : same(given, known);
    }

    private static void refuseBackwards(Fields fields, String name, BigDecimal given, BigDecimal known) {
        if (given != null && known != null && given.compareTo(known) < 0) {
            fields.error(
                    name,
                    "hours_backwards",
                    given.toPlainString(),
                    known.toPlainString(),
                    name.endsWith("km") ? "km" : "hours");
        }
    }

    private static boolean same(BigDecimal given, BigDecimal known) {
        return given == null || (known != null && given.compareTo(known) == 0);
    }

    public boolean isNew() {
        return before == null;
    }

    /** True when the machine is to be as it is. */
    public boolean changesNothing() {
        return !isNew() && sample.isEmpty() && next == null && !Register.differs(before, machine);
    }
}
