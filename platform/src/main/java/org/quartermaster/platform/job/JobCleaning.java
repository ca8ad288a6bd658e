package org.quartermaster.platform.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.quartermaster.platform.db.SystemConnection;

/** Forgets old jobs, the input of finished ones, and uploads that never ended. */
@ApplicationScoped
class JobCleaning {
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);
    private static final String JOBS = """
        delete from platform.job where finished_at < now() - make_interval(secs => ?)
          or received_at is null and updated_at < now() - make_interval(secs => ?)
        """;
    private static final String INPUTS = """
        delete from platform.job_chunk c using platform.job j
        where j.tenant_id = c.tenant_id and j.job_id = c.job_id and c.part = 'input'
          and j.finished_at < now() - make_interval(secs => ?)
        """;

    private final SystemConnection database;
    private final JobConfig config;

    @Inject
    JobCleaning(SystemConnection database, JobConfig config) {
        this.database = database;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "1m")
    void clean() throws SQLException {
        try (var connection = database.open()) {
            JobStatement.of(connection, JOBS)
                    .bind(seconds(config.retention()), seconds(LONGEST_UPLOAD))
                    .update();
            JobStatement.of(connection, INPUTS)
                    .bind(seconds(config.inputRetention()))
                    .update();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds();
    }
}
