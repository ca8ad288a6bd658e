package org.quartermaster.equipment.machine;

import org.quartermaster.platform.rest.Fields;

/** A geographic box as lists take it. */
final class Box {
    private static final double[] LIMITS = {180, 90, 180, 90};

    private Box() {}

    /** The four numbers, or null with the error noted; {@code text} is null where the parameter is blank. */
    static Double[] read(Fields query, String text) {
        var parts = text == null ? new String[0] : text.split(",", -1);
        if (parts.length != LIMITS.length) {
            query.error("bbox", "float_parsing");
            return null;
        }
        var corners = new Double[LIMITS.length];
        for (var i = 0; i < LIMITS.length; i++) {
            try {
                corners[i] = Double.valueOf(parts[i].strip());
            } catch (NumberFormatException notANumber) {
                query.error("bbox", "float_parsing");
                return null;
            }
            if (!(Math.abs(corners[i]) <= LIMITS[i])) {
                query.error("bbox", "less_than_equal", LIMITS[i]);
                return null;
            }
        }
        return corners;
    }
}
