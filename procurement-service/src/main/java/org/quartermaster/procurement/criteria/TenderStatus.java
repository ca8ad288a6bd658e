package org.quartermaster.procurement.criteria;

import java.time.Instant;

/** The status of a tender. */
public enum TenderStatus {
    PLANNED,
    OPEN,
    CLOSED,
    AWARDED,
    CANCELLED;

    /** The status at an instant: what is stored as open is closed once its closing time is past. */
    public TenderStatus at(Instant instant, Instant closing) {
        return this == OPEN && closing != null && closing.isBefore(instant) ? CLOSED : this;
    }
}
