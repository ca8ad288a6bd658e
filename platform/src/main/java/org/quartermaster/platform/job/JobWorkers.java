package org.quartermaster.platform.job;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.log.LogFields;

/** The threads that take and run jobs, and the one that tells for all of them that they live. */
@ApplicationScoped
final class JobWorkers {
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final JobQueue queue;
    private final JobRunner runner;
    private final JobKinds kinds;
    private final JobConfig config;
    private final Set<JobRun> running = ConcurrentHashMap.newKeySet();
    private final List<Loop> workers = new ArrayList<>();
    private Loop heartbeat;

    @Inject
    JobWorkers(JobQueue queue, JobRunner runner, JobKinds kinds, JobConfig config) {
        this.queue = queue;
        this.runner = runner;
        this.kinds = kinds;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        for (var i = 1; i <= config.workers(); i++) {
            workers.add(Loop.start("job-worker-" + i, config.poll(), this::work));
        }
        heartbeat = Loop.start("job-heartbeat", config.poll(), this::beat);
    }

    void takeNoMore(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stop();
    }

    void drain(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stop();
        Loop.join(workers, DRAIN);
        heartbeat.stop();
    }

    /** Runs end at their next step; their jobs go on with the next worker. */
    private void stop() {
        workers.forEach(Loop::stop);
        running.forEach(run -> run.stop(JobRun.Stopped.Reason.SHUTDOWN));
    }

    /** Tells the workers of this replica that there is a new job. */
    void ring() {
        workers.forEach(Loop::ring);
    }

    private void work(Loop loop) throws SQLException, InterruptedException {
        var run = queue.take(kinds.names());
        if (run == null) {
            loop.sleep(config.poll());
            return;
        }
        running.add(run);
        LogFields.put(LogFields.TENANT, run.caller().tenant());
        LogFields.put(LogFields.REQUEST_ID, run.caller().requestId());
        LogFields.putTrace(run.caller().traceparent());
        try {
            if (!loop.isRunning()) {
                run.stop(JobRun.Stopped.Reason.SHUTDOWN);
            }
            runner.run(run);
        } finally {
            running.remove(run);
            LogFields.clear();
        }
    }

    private void beat(Loop loop) throws SQLException, InterruptedException {
        loop.sleep(config.beat());
        for (var run : running) {
            queue.beat(run);
        }
    }
}
