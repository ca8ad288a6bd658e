package org.quartermaster.procurement.billing;

import java.util.List;

/** What became of an event of the provider. */
enum EventStatus {
    RECEIVED,
    APPLIED,
    IGNORED_STALE,
    PARKED,
    FAILED;

    /** Those that somebody should look at. */
    static final List<EventStatus> OPEN = List.of(PARKED, FAILED);
}
