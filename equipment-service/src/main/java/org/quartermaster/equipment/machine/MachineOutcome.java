package org.quartermaster.equipment.machine;

/** What became of a row of a table. */
public enum MachineOutcome {
    CREATED,
    UPDATED,
    UNCHANGED
}
