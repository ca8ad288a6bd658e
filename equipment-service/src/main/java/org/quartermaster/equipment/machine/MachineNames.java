package org.quartermaster.equipment.machine;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What machines can be known by; each must be unique in the tenant. */
public record MachineNames(Set<String> ids, Set<String> serials, Set<String> vins, Set<String> qrCodes) {

    public static MachineNames none() {
        return new MachineNames(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    /** How serial numbers and VINs are compared. */
    public static String key(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    Object[] parameters() {
        return new Object[] {array(ids), array(serials), array(vins), array(qrCodes)};
    }

    private static String[] array(Set<String> names) {
        return names.toArray(String[]::new);
    }
}
