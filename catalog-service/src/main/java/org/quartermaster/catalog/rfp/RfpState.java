package org.quartermaster.catalog.rfp;

import java.util.EnumSet;
import java.util.Set;

/** How far a request is on its way from the customer to the quotation. */
public enum RfpState {
    RECEIVED,
    EXTRACTED,
    MATCHED,
    REVIEWED,
    QUOTED,
    CLOSED,
    REJECTED;

    private static final Set<RfpState> OPEN = EnumSet.of(RECEIVED, EXTRACTED, MATCHED, REVIEWED);

    /** Whether lines and facts may still change. */
    public boolean isOpen() {
        return OPEN.contains(this) || this == QUOTED;
    }

    /** Whether a person may move it there: reviewed is what was matched, rejected what was not quoted yet. */
    boolean mayBecome(RfpState other) {
        return switch (other) {
            case REVIEWED -> this == MATCHED || this == REVIEWED;
            case REJECTED -> OPEN.contains(this) || this == REJECTED;
            case CLOSED -> this != CLOSED;
            default -> this == other;
        };
    }

    /** Whether its document may be read again. */
    boolean isBeforeQuotation() {
        return OPEN.contains(this);
    }
}
