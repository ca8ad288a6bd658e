package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.security.Caller;

/**
 * One run of a job: what its kind reads, writes and tells while it works. All methods are for the worker thread and
 * block it. Work in steps: before each the run looks whether it was cancelled.
 */
public final class JobRun {
    private final Job job;
    private final JobTools tools;
    private final JobErrors errors;
    private JobOutput output;
    private String outputType;
    private String outputName;
    private int outputPieces;
    private ObjectNode place;
    private volatile long done;
    private volatile Long total;
    private volatile JobStopped.Reason stop;

    JobRun(Job job, JobTools tools, JobErrors errors, int outputPieces) {
        this.job = job;
        this.tools = tools;
        this.errors = errors;
        this.outputPieces = outputPieces;
        this.place = job.checkpoint();
    }

    public String id() {
        return job.id();
    }

    /** Who asked for the job, with the roles that he had then. */
    public Caller caller() {
        return job.caller();
    }

    /** The language of the one who asked, for texts in the output. */
    public Locale language() {
        return job.language();
    }

    /** What the job was asked with. */
    public ObjectNode parameters() {
        return job.parameters();
    }

    /** The input from its beginning; may be read again. */
    public InputStream input() {
        return new JobInput(n -> {
            check();
            return Awaiting.result(() -> tools.store().chunk(caller(), id(), JobStore.INPUT, n))
                    .getBytes();
        });
    }

    /**
     * Says how far the work is.
     *
     * @param total null while it is not known
     */
    public void progress(long done, Long total) {
        this.done = done;
        this.total = total;
        check();
    }

    /** Notes an error; the job shows the first hundred and counts all. */
    public void error(JobError error) {
        errors.add(error);
    }

    public long errorCount() {
        return errors.count();
    }

    /** Ends the work by an exception, which is not to be caught, when it was cancelled or lost its job. */
    public void check() {
        if (stop != null) {
            throw new JobStopped(stop);
        }
    }

    /**
     * A transaction in the name of {@link #caller}. It is refused when another worker has taken the job, so that
     * nothing is written twice.
     */
    public <T> T write(Function<UnitOfWork, Uni<T>> work) {
        check();
        return Awaiting.result(() -> tools.writes()
                .write(caller(), unit -> tools.guard().hold(unit, job).chain(() -> work.apply(unit))));
    }

    /** The rows of one query, which sees the caller's tenant. */
    public RowSet<Row> read(String sql, Object... parameters) {
        check();
        return await(() -> tools.database().read(caller(), sql, parameters));
    }

    /** Waits for reactive work that belongs to the job. */
    public <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.result(work);
    }

    /** A file that the job gives as its result; everything written to it, and more after a checkpoint, is one file. */
    public OutputStream output(String mediaType, String fileName) {
        if (output == null) {
            outputType = mediaType;
            outputName = fileName;
            output = new JobOutput(
                    piece -> write(unit -> tools.store().append(unit, id(), JobStore.OUTPUT, outputPieces++, piece)));
        }
        return output;
    }

    /** The last place that was remembered, in this run or an earlier one; null when the work is to begin. */
    public ObjectNode checkpoint() {
        return place;
    }

    /** Remembers a place that a later run goes on from; errors and output so far are kept with it. */
    public void checkpoint(ObjectNode reached) {
        flush();
        write(unit -> checkpoint(unit, reached));
    }

    /** As {@link #checkpoint(ObjectNode)}, in the transaction of the work that leads to the place. */
    public Uni<Void> checkpoint(UnitOfWork unit, ObjectNode reached) {
        return tools.guard().remember(unit, this, reached).invoke(() -> place = reached);
    }

    void flush() {
        if (output != null) {
            output.flush();
        }
    }

    void stop(JobStopped.Reason reason) {
        stop = reason;
    }

    Job job() {
        return job;
    }

    JobErrors errors() {
        return errors;
    }

    int outputPieces() {
        return outputPieces;
    }

    String outputType() {
        return outputType;
    }

    String outputName() {
        return outputName;
    }

    long done() {
        return done;
    }

    Long total() {
        return total;
    }
}
