package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.change.UnitOfWork;

/**
 * Keeps a worker that was taken for dead (paused, cut off) from writing beside the one that took its job: every
 * transaction of a run shares a lock that a taker must have alone, and looks under it whether the job is still its own.
 */
@ApplicationScoped
class JobGuard {
    /** Second key of the advisory locks of jobs. */
    static final int LOCK = 11;

    /** To be the first statement of a transaction of the run. */
    Uni<Void> hold(UnitOfWork unit, Job job) {
        return unit.session()
                .createNativeQuery(
                        "select pg_advisory_xact_lock_shared(hashtextextended(?1, ?2)) is null", Boolean.class)
                .setParameter(1, job.id())
                .setParameter(2, LOCK)
                .getSingleResult()
                .chain(() -> attempt(unit, job))
                .invoke(attempt -> {
                    if (attempt != job.attempt()) {
                        throw new JobStopped(JobStopped.Reason.LOST);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> attempt(UnitOfWork unit, Job job) {
        return unit.session()
                .createNativeQuery("""
                    select attempt from platform.job where tenant_id = ?1 and job_id = ?2 and state = 'running'
                    """, Integer.class)
                .setParameter(1, job.caller().tenant())
                .setParameter(2, job.id())
                .getSingleResultOrNull()
                .map(attempt -> attempt == null ? -1 : attempt);
    }

    Uni<Void> remember(UnitOfWork unit, JobRun run, ObjectNode place) {
        return unit.session()
                .createNativeQuery("""
                    update platform.job set checkpoint = ?1, errors = ?2, error_count = ?3, output_pieces = ?6,
                      output_type = coalesce(?7, output_type), output_name = coalesce(?8, output_name)
                    where tenant_id = ?4 and job_id = ?5
                    """)
                .setParameter(1, place.toString())
                .setParameter(2, run.errors().text())
                .setParameter(3, run.errorCount())
                .setParameter(4, run.caller().tenant())
                .setParameter(5, run.id())
                .setParameter(6, run.outputPieces())
                .setParameter(7, run.outputType())
                .setParameter(8, run.outputName())
                .executeUpdate()
                .replaceWithVoid();
    }
}
