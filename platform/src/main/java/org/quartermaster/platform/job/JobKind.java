package org.quartermaster.platform.job;

/** One kind of long work: a bean of the service that knows how to do it. */
public interface JobKind {
    /** Stable name, such as {@code equipment.import}. */
    String name();

    /** The role that may see and cancel jobs of this kind; see {@link org.quartermaster.platform.security.Roles}. */
    String role();

    /**
     * True when the work may be begun again after its worker died, because it has no effect before its end, or goes
     * on from its {@link JobRun#checkpoint}. Otherwise such a job fails with {@code worker_lost}.
     */
    boolean isRepeatable();

    /**
     * Does the work, on a worker thread.
     *
     * @throws org.quartermaster.platform.problem.Problem when the job cannot succeed; its errors become the job's
     * @throws Exception what else goes wrong; a repeatable job is then tried again
     */
    Outcome run(JobRun run) throws Exception;

    /**
     * How the work of a job ended.
     *
     * @param result what the job shows as its result; becomes JSON
     */
    record Outcome(boolean succeeded, Object result) {
        /** The work is done. */
        public static Outcome succeeded(Object result) {
            return new Outcome(true, result);
        }

        /** The work was done and found that the input cannot be used; the errors of the run say why. */
        public static Outcome failed(Object result) {
            return new Outcome(false, result);
        }
    }
}
