package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;

/** Runs one job and writes how it ended. */
@ApplicationScoped
final class JobRunner {
    private static final double SECONDS_BEFORE_RETRY = 5;
    /** NB: by chance, or a replica that cannot run a job would take it again just before the one that can looks. */
    private static final double SECONDS_POSTPONED = 1;

    private static final double SECONDS_OF_CHANCE = 1.5;
    private static final int FINISH_ATTEMPTS = 10;
    private static final long FINISH_PAUSE_MILLIS = 1_000;

    private final JobKinds kinds;
    private final JobQueue queue;
    private final JobConfig config;
    private final ObjectMapper json;

    @Inject
    JobRunner(JobKinds kinds, JobQueue queue, JobConfig config, ObjectMapper json) {
        this.kinds = kinds;
        this.queue = queue;
        this.config = config;
        this.json = json;
    }

    void run(JobRun run) throws SQLException {
        var kind = kinds.named(run.job.kind());
        run.errorsShown = config.errorsShown();
        if (run.job.attempt() > (kind.isRepeatable() ? config.attempts() : 1)) {
            fail(run, "worker_lost", run.job.attempt() - 1);
        } else {
            work(kind, run);
        }
    }

    private void work(JobKind kind, JobRun run) throws SQLException {
        JobKind.Outcome outcome;
        try {
            run.check();
            outcome = kind.run(run);
            run.flush();
        } catch (JobRun.Stopped stopped) {
            stopped(kind, run, stopped.reason);
            return;
        } catch (Problem refused) {
            refused(run, refused);
            return;
        } catch (Exception unexpected) {
            unexpected(kind, run, unexpected);
            return;
        }
        finish(run, outcome);
    }

    /** NB: the effect is committed, so a database that is away now must not make a failure of it. */
    private void finish(JobRun run, JobKind.Outcome outcome) throws SQLException {
        for (var attempt = 1; ; attempt++) {
            try {
                queue.finish(
                        run,
                        outcome.succeeded() ? Job.State.SUCCEEDED : Job.State.FAILED,
                        outcome.result() == null
                                ? null
                                : json.valueToTree(outcome.result()).toString());
                return;
            } catch (SQLException away) {
                if (attempt == FINISH_ATTEMPTS) {
                    throw away;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(FINISH_PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopped(JobKind kind, JobRun run, JobRun.Stopped.Reason reason) throws SQLException {
        switch (reason) {
            case CANCELLED -> queue.finish(run, Job.State.CANCELLED, null);
            case LOST -> Log.warnf("job %s has another worker by now", run.id());
            case POSTPONED ->
                queue.giveBack(
                        run,
                        true,
                        SECONDS_POSTPONED + ThreadLocalRandom.current().nextDouble(SECONDS_OF_CHANCE));
            case SHUTDOWN -> {
                if (kind.isRepeatable()) {
                    queue.giveBack(run, true, 0);
                } else {
                    fail(run, "worker_lost", run.job.attempt());
                }
            }
        }
    }

    private void refused(JobRun run, Problem problem) throws SQLException {
        problem.errors().forEach(error -> run.error(JobError.at(null, error)));
        if (problem.errors().isEmpty()) {
            run.error(JobError.of(null, null, problem.type().code(), problem.arguments()));
        }
        keepErrors(run);
        queue.finish(run, Job.State.FAILED, null);
    }

    private void unexpected(JobKind kind, JobRun run, Exception failure) throws SQLException {
        var meant = DatabaseFailure.find(failure);
        if (meant != null) {
            refused(run, meant);
            return;
        }
        Log.errorf(failure, "job %s failed", run.id());
        if (kind.isRepeatable() && run.job.attempt() < config.attempts()) {
            queue.giveBack(run, false, SECONDS_BEFORE_RETRY);
        } else {
            fail(run, "internal_error");
        }
    }

    /** NB: to one that has lost its job nothing is left to say. */
    private static void keepErrors(JobRun run) {
        try {
            run.flush();
        } catch (JobRun.Stopped lost) {
            Log.debugf("errors of job %s are those of its next worker", run.id());
        }
    }

    private void fail(JobRun run, String code, Object... arguments) throws SQLException {
        run.error(JobError.of(null, null, code, arguments));
        keepErrors(run);
        queue.finish(run, Job.State.FAILED, null);
    }
}
