package org.quartermaster.catalog.rfp;

/** How far the reading of a document is. */
public enum AnalysisStatus {
    PENDING,
    ANALYZING,
    ANALYZED,
    FAILED;

    /** Whether a job is at it, or will be. */
    boolean isUnderWay() {
        return this == PENDING || this == ANALYZING;
    }
}
