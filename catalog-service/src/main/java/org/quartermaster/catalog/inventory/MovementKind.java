package org.quartermaster.catalog.inventory;

/** Why stock changed. */
public enum MovementKind {
    RECEIPT,
    ISSUE,
    ADJUSTMENT,
    TRANSFER_OUT,
    TRANSFER_IN,
    RESERVE,
    RELEASE,
    COMMIT
}
