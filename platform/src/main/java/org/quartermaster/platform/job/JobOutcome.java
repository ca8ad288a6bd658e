package org.quartermaster.platform.job;

/**
 * How the work of a job ended.
 *
 * @param state succeeded or failed
 * @param result what the job shows as its result; becomes JSON
 */
public record JobOutcome(JobState state, Object result) {

    public static JobOutcome succeeded(Object result) {
        return new JobOutcome(JobState.SUCCEEDED, result);
    }

    /** The work was done and found that the input cannot be used; the errors of the run say why. */
    public static JobOutcome failed(Object result) {
        return new JobOutcome(JobState.FAILED, result);
    }
}
