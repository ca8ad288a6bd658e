package org.quartermaster.platform.job;

/** Ends the work of a job from outside. */
final class JobStopped extends RuntimeException {
    /** Why the work ends. */
    enum Reason {
        /** Somebody cancelled it. */
        CANCELLED,
        /** Another worker took it, because this one was silent for too long. */
        LOST,
        /** The service stops. */
        SHUTDOWN
    }

    private final Reason reason;

    JobStopped(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
