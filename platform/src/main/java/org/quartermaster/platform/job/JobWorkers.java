package org.quartermaster.platform.job;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.log.LogFields;

/** The threads that take and run jobs, and the one that tells for all of them that they live. */
@ApplicationScoped
public final class JobWorkers {
    private final JobQueue queue;
    private final JobRunner runner;
    private final JobKinds kinds;
    private final JobConfig config;
    private final Semaphore bell = new Semaphore(0);
    private final Set<JobRun> running = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    @Inject
    JobWorkers(JobQueue queue, JobRunner runner, JobKinds kinds, JobConfig config) {
        this.queue = queue;
        this.runner = runner;
        this.kinds = kinds;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (kinds.isEmpty()) {
            return;
        }
        for (var i = 1; i <= config.workers(); i++) {
            begin(this::work, "job-worker-" + i);
        }
        begin(this::beat, "job-heartbeat");
    }

    private void begin(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** Runs end at their next step; their jobs go on with the next worker. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        running.forEach(run -> run.stop(JobStopped.Reason.SHUTDOWN));
        bell.release(threads.size());
        for (var thread : threads) {
            thread.join(5_000);
        }
    }

    /** Tells a worker of this replica that there is a new job. */
    void ring() {
        bell.release();
    }

    private void work() {
        while (!stopping) {
            try {
                var run = queue.take(kinds.names());
                if (run == null) {
                    pause();
                } else {
                    run(run);
                }
            } catch (SQLException away) {
                Log.warnf("jobs: database away: %s", away.getMessage());
                pause();
            } catch (RuntimeException unexpected) {
                Log.error("jobs: a worker stumbled and goes on", unexpected);
                pause();
            }
        }
    }

    private void run(JobRun run) throws SQLException {
        running.add(run);
        LogFields.put(LogFields.TENANT, run.caller().tenant());
        LogFields.put(LogFields.REQUEST_ID, run.caller().requestId());
        LogFields.putTrace(run.caller().traceparent());
        try {
            if (stopping) {
                run.stop(JobStopped.Reason.SHUTDOWN);
            }
            runner.run(run);
        } finally {
            running.remove(run);
            LogFields.clear();
        }
    }

    private void beat() {
        while (!stopping) {
            sleep();
            for (var run : running) {
                try {
                    queue.beat(run);
                } catch (SQLException away) {
                    Log.warnf("jobs: database away: %s", away.getMessage());
                }
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(config.poll().toMillis());
        } catch (InterruptedException ended) {
            stopping = true;
        }
    }

    private void pause() {
        try {
            if (bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException ended) {
            stopping = true;
        }
    }
}
