package org.quartermaster.vehicle.transfer;

/** Which way a vehicle goes, as the caller's tenant sees it. */
enum Direction {
    INCOMING,
    OUTGOING,
    INTERNAL
}
