package org.quartermaster.platform.job;

/** The life of a job; the last three states are final. */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
