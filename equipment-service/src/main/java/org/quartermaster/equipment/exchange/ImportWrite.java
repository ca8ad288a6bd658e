package org.quartermaster.equipment.exchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.equipment.machine.MachineBatch;
import org.quartermaster.equipment.machine.MachineRow;
import org.quartermaster.equipment.machine.RowProblem;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.Problem;

/**
 * Writes the checked rows. All in one transaction, or a chunk in each where wrong rows are skipped; either way what
 * became of a row is committed with it, so that whoever takes the job over writes the rest and nothing twice.
 */
final class ImportWrite {
    private static final int CHUNK = 100;

    private final JobRun run;
    private final ImportStage stage;
    private final MachineBatch machines;
    private final ImportErrors errors;
    private final long total;
    private final AtomicLong last = new AtomicLong();
    private long done;

    ImportWrite(JobRun run, ImportStage stage, MachineBatch machines, ImportErrors errors, long total) {
        this.run = run;
        this.stage = stage;
        this.machines = machines;
        this.errors = errors;
        this.total = total;
    }

    /** All rows or none; false where none could be, because the register has changed since the check. */
    boolean together() {
        try {
            run.write(unit -> Multi.createBy()
                    .repeating()
                    .uni(() -> chunk(unit, CHUNK))
                    .whilst(rows -> rows == CHUNK)
                    .collect()
                    .last());
            return true;
        } catch (RuntimeException failed) {
            note(failed instanceof RowProblem row ? row.line() : null, reason(failed));
            return false;
        }
    }

    /** Each chunk by itself; in one that fails, each row by itself. */
    void apart() {
        var rows = CHUNK;
        while (rows == CHUNK) {
            var before = last.get();
            try {
                rows = run.write(unit -> chunk(unit, CHUNK));
            } catch (RuntimeException failed) {
                reason(failed);
                last.set(before);
                rows = oneByOne();
            }
        }
    }

    private int oneByOne() {
        var rows = 0;
        while (rows < CHUNK) {
            try {
                if (run.write(unit -> chunk(unit, 1)) == 0) {
                    break;
                }
            } catch (RuntimeException failed) {
                fail(last.get(), reason(failed));
            }
            rows++;
        }
        return rows;
    }

    /** Why a row cannot be written; throws what has nothing to do with the row. */
    private static Problem reason(RuntimeException failed) {
        var problem = failed instanceof RowProblem row ? row.problem() : DatabaseFailure.find(failed);
        if (problem == null) {
            throw failed;
        }
        return problem;
    }

    private void fail(long line, Problem problem) {
        note(line, problem);
        run.write(unit -> stage.fail(unit, run.id(), line));
        run.checkpoint(run.checkpoint());
    }

    private void note(Long line, Problem problem) {
        problem.errors().forEach(error -> errors.add(JobError.at(line, error)));
        if (problem.errors().isEmpty()) {
            errors.add(JobError.of(line, Columns.ID, problem.type().code()));
        }
    }

    /** The next rows; the answer is how many there were. */
    private Uni<Integer> chunk(UnitOfWork unit, int limit) {
        return stage.waiting(unit, run.id(), last.get(), limit)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : write(unit, rows));
    }

    private Uni<Integer> write(UnitOfWork unit, List<MachineRow> rows) {
        last.set(rows.get(rows.size() - 1).line());
        return machines.apply(unit, rows)
                .chain(outcomes -> stage.settle(unit, run.id(), outcomes))
                .invoke(() -> {
                    done += rows.size();
                    run.progress(done, total);
                })
                .replaceWith(rows.size());
    }
}
