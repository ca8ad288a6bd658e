package org.quartermaster.equipment.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.quartermaster.equipment.machine.Machine;
import org.quartermaster.equipment.machine.MachineDraft;
import org.quartermaster.equipment.machine.MachineNames;
import org.quartermaster.equipment.machine.MachineRow;
import org.quartermaster.platform.job.JobError;

/** Which machines the rows of one batch mean, and whether their names are free in the tenant and in the file. */
final class ImportNames {
    private final Map<String, Machine> byId = new HashMap<>();
    private final Map<String, String> serials = new HashMap<>();
    private final Map<String, String> vins = new HashMap<>();
    private final Map<String, String> qrCodes = new HashMap<>();
    private final MachineNames taken;

    /** @param taken by earlier rows of the file */
    ImportNames(List<Machine> known, MachineNames taken) {
        this.taken = taken;
        for (var machine : known) {
            qrCodes.put(machine.qrCode, machine.equipmentId);
            if (machine.deletedAt == null) {
                byId.put(machine.equipmentId, machine);
                serials.put(MachineNames.key(machine.serialNumber), machine.equipmentId);
                vins.put(MachineNames.key(machine.vin), machine.equipmentId);
            }
        }
    }

    /** What the rows ask for, to be looked up at once. */
    static MachineNames asked(List<MachineRow> rows) {
        var names = MachineNames.none();
        for (var row : rows) {
            add(names.ids(), text(row, Columns.ID));
            add(names.serials(), MachineNames.key(text(row, "serial_number")));
            add(names.vins(), MachineNames.key(text(row, "vin")));
            add(names.qrCodes(), text(row, "qr_code"));
        }
        return names;
    }

    /** NB: U+0000 is no text for the database; the check of the fields refuses it. */
    private static void add(Set<String> names, String name) {
        if (name != null && name.indexOf('\0') < 0) {
            names.add(name);
        }
    }

    static String text(MachineRow row, String column) {
        var text = row.values().path(column).textValue();
        return text == null ? null : text.strip();
    }

    Machine withId(String id) {
        return byId.get(id);
    }

    Machine withSerial(String serial) {
        return serial == null ? null : byId.get(serials.get(MachineNames.key(serial)));
    }

    /** Takes the names of a row; those that are not free are added to the errors. */
    void take(MachineDraft draft, List<JobError> errors) {
        var machine = draft.machine();
        if (!draft.isNew() && !taken.ids().add(machine.equipmentId)) {
            errors.add(duplicate(draft.row(), Columns.ID));
        }
        var serial = MachineNames.key(machine.serialNumber);
        take(draft, "serial_number", isFree(draft, serial, serials, taken.serials()), errors);
        var vin = MachineNames.key(machine.vin);
        take(draft, "vin", isFree(draft, vin, vins, taken.vins()), errors);
        take(draft, "qr_code", isFree(draft, machine.qrCode, qrCodes, taken.qrCodes()), errors);
    }

    private static void take(MachineDraft draft, String column, BooleanSupplier isFree, List<JobError> errors) {
        if (draft.row().values().hasNonNull(column) && !isFree.getAsBoolean()) {
            errors.add(duplicate(draft.row(), column));
        }
    }

    private static BooleanSupplier isFree(
            MachineDraft draft, String name, Map<String, String> owners, Set<String> takenInFile) {
        return () -> {
            var owner = owners.get(name);
            var foreign = owner != null && !owner.equals(draft.machine().equipmentId);
            return name == null || (takenInFile.add(name) && !foreign);
        };
    }

    private static JobError duplicate(MachineRow row, String column) {
        return JobError.of(row.line(), column, "duplicate", column);
    }
}
