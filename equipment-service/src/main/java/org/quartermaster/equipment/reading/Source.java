package org.quartermaster.equipment.reading;

/** Where a sample comes from. */
public enum Source {
    DEVICE,
    GATEWAY,
    MANUAL,
    IMPORT,
    AEMP
}
