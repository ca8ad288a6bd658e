package org.quartermaster.catalog.reservation;

/** Where a reservation stands; all but the first are its end. */
public enum ReservationState {
    HELD,
    COMMITTED,
    RELEASED,
    EXPIRED
}
