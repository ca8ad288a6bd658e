package org.quartermaster.catalog.rfpline;

/** What became of a line. */
public enum LineStatus {
    EXTRACTED,
    AUTO,
    REVIEW,
    NO_MATCH,
    CONFIRMED,
    REJECTED,
    EXCLUDED;

    /** Whether a person said so. */
    boolean isDecision() {
        return this == CONFIRMED || this == REJECTED || this == EXCLUDED;
    }
}
