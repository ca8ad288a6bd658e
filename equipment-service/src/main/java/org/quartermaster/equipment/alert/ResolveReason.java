package org.quartermaster.equipment.alert;

/** The reasons that a person may give for resolving an alert. */
enum ResolveReason {
    DONE,
    SKIPPED,
    FALSE_ALARM;

    Resolution resolution() {
        return Resolution.valueOf(name());
    }
}
