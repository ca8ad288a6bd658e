package org.quartermaster.equipment.telemetry;

/** Where a sample comes from. */
public enum Source {
    DEVICE,
    GATEWAY,
    MANUAL,
    IMPORT,
    AEMP
}
