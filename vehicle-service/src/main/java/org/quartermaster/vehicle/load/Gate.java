package org.quartermaster.vehicle.load;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether lots that a file does not name are gone.
 *
 * @param reason why it is closed; null when open
 * @param baselineRows median of the usable records of the last five loaded snapshots, or null
 * @param rows usable records of this file
 */
public record Gate(State state, Reason reason, Long baselineRows, long rows) {
    /** Open: absence is concluded. */
    @Schema(name = "GateState")
    public enum State {
        OPEN,
        CLOSED
    }

    /** Why nothing is concluded. */
    @Schema(name = "GateReason")
    public enum Reason {
        PARTIAL,
        NOT_NEWEST,
        HEADER_INCOMPLETE,
        TOO_MANY_QUARANTINED,
        NO_BASELINE,
        TOO_FEW_ROWS
    }

    /**
     * The rule.
     *
     * @param isSnapshot whether the file claims to name all lots
     * @param isNewest whether it is newer than every loaded snapshot of its source
     * @param isComplete whether its header has all columns
     */
    static Gate decide(
            GateRule rule, boolean isSnapshot, boolean isNewest, boolean isComplete, Long baseline, Counts counts) {
        Reason reason = null;
        if (!isSnapshot) {
            reason = Reason.PARTIAL;
        } else if (!isNewest) {
            reason = Reason.NOT_NEWEST;
        } else if (!isComplete) {
            reason = Reason.HEADER_INCOMPLETE;
        } else if (counts.quarantined() > counts.read() * rule.quarantinedAtMost()) {
            reason = Reason.TOO_MANY_QUARANTINED;
        } else if (baseline == null) {
            reason = Reason.NO_BASELINE;
        } else if (counts.accepted() < baseline * rule.rowsAtLeast()) {
            reason = Reason.TOO_FEW_ROWS;
        }
        return new Gate(reason == null ? State.OPEN : State.CLOSED, reason, baseline, counts.accepted());
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** A file that does not claim to be complete, or is not the newest, never says what is gone. */
    boolean mayOpenLater() {
        return reason != null && reason != Reason.PARTIAL && reason != Reason.NOT_NEWEST;
    }
}
