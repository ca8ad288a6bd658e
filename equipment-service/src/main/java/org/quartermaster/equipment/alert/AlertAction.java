package org.quartermaster.equipment.alert;

/** What moves an alert from one state to another. */
enum AlertAction {
    ACKNOWLEDGE(AlertState.ACKNOWLEDGED, "acknowledged"),
    SNOOZE(AlertState.SNOOZED, "snoozed"),
    RESOLVE(AlertState.RESOLVED, "resolved"),
    /** The time of a snooze is up. */
    WAKE(AlertState.OPEN, "updated"),
    /** The stage rose. */
    RISE(AlertState.OPEN, "updated");

    final AlertState leadsTo;

    /** The verb of its event. */
    final String verb;

    AlertAction(AlertState leadsTo, String verb) {
        this.leadsTo = leadsTo;
        this.verb = verb;
    }
}
