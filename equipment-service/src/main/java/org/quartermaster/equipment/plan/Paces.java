package org.quartermaster.equipment.plan;

/**
 * The paces of a machine's counters.
 *
 * @param hours null where there is no reading
 * @param km null where there is no reading
 */
record Paces(Pace hours, Pace km) {
    static final Paces NONE = new Paces(null, null);

    Pace of(Gauge.Counter counter) {
        var pace =
                switch (counter) {
                    case HOURS -> hours;
                    case KM -> km;
                    case DATE -> null;
                };
        return pace == null || !pace.isKnown() ? null : pace;
    }
}
