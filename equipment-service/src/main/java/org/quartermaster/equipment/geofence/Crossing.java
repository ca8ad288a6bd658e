package org.quartermaster.equipment.geofence;

/** Which way a machine crossed the border of a zone. */
enum Crossing {
    ENTER("entered"),
    EXIT("exited");

    /** The verb of its event. */
    final String verb;

    Crossing(String verb) {
        this.verb = verb;
    }
}
