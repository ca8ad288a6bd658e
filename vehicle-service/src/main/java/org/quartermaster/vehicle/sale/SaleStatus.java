package org.quartermaster.vehicle.sale;

/** How an auction of a lot ended; {@code unknown} says nothing of the lot. */
enum SaleStatus {
    SOLD,
    NOT_SOLD,
    ON_APPROVAL,
    CANCELLED,
    UNKNOWN
}
