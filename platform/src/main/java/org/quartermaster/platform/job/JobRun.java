package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
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

    final Job job;
    final ArrayNode firstErrors;
    long errorCount;
    String outputType;
    String outputName;
    int outputPieces;
    volatile long done;
    volatile Long total;
    volatile String standing;
    int errorsShown;

    private final JobGuard guard;
    private final JobPieces pieces;
    private final WaitingErrors waiting = new WaitingErrors();
    private OutputStream output;
    private ObjectNode place;
    private volatile Stopped.Reason stop;

    JobRun(Job job, JobGuard guard, JobPieces pieces, ArrayNode firstErrors) {
        this.job = job;
        this.guard = guard;
        this.pieces = pieces;
        this.firstErrors = firstErrors;
        this.place = job.checkpoint();
    }

    /** Ends the work of a job from outside. */
    static final class Stopped extends RuntimeException {
        /** Why the work ends. */
        enum Reason {
            /** Somebody cancelled it. */
            CANCELLED,
            /** Another worker took it, because this one was silent for too long. */
            LOST,
            /** The service stops. */
            SHUTDOWN,
            /** What it needs is taken; it is tried again a little later. */
            POSTPONED
        }

        final Reason reason;

        Stopped(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    /** The id of the job. */
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
        return JobPieces.joined(n -> {
            check();
            return await(() -> pieces.read(caller(), id(), JobPieces.INPUT, n)).getBytes();
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
        if (waiting.isFull()) {
            write(this::keepErrors);
        }
    }

    /**
     * Says what the work is at, beside {@link #progress}.
     *
     * @param phase one word, such as {@code merging}
     * @param counts what was found so far, by name; shown in their order
     */
    public void phase(String phase, Map<String, Long> counts) {
        var json = JsonNodeFactory.instance.objectNode().put("phase", phase);
        counts.forEach(json.putObject("counts")::put);
        standing = json.toString();
        check();
    }

    /** Notes an error; the job shows the first and counts all, and {@code errors.csv} holds all. */
    public void error(JobError error) {
        var line = error.json();
        waiting.add(line.toString(), errorCount);
        errorCount++;
        if (firstErrors.size() < errorsShown) {
            firstErrors.add(line);
        }
    }

    /** NB: a piece is numbered by its first error, so that what a lost run kept beyond its checkpoint is known. */
    private Uni<Void> keepErrors(UnitOfWork unit) {
        return waiting.isEmpty()
                ? Uni.createFrom().voidItem()
                : pieces.append(unit, id(), JobPieces.ERRORS, waiting.first(), waiting.take());
    }

    /** Ends the work by an exception, which is not to be caught, when it was cancelled or lost its job. */
    public void check() {
        if (stop != null) {
            throw new Stopped(stop);
        }
    }

    /**
     * Ends this run and puts the job back for a second, because what it needs is taken; this does not count as an
     * attempt.
     */
    public RuntimeException postponed() {
        return new Stopped(Stopped.Reason.POSTPONED);
    }

    /**
     * Guards a transaction over a connection of the system role as {@link #write} does: call it first in it.
     *
     * @param connection with auto-commit off
     */
    public void guard(Connection connection) throws SQLException {
        check();
        guard.hold(connection, job);
    }

    /**
     * A transaction in the name of {@link #caller}. It is refused when another worker has taken the job, so that
     * nothing is written twice.
     */
    public <T> T write(Function<UnitOfWork, Uni<T>> work) {
        check();
        return await(() -> guard.write(job, work));
    }

    /** The rows of one query, which sees the caller's tenant. */
    public RowSet<Row> read(String sql, Object... parameters) {
        check();
        return await(() -> guard.read(job, sql, parameters));
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
            output = JobPieces.cut(
                    piece -> write(unit -> pieces.append(unit, id(), JobPieces.OUTPUT, outputPieces++, piece)));
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
        return keepErrors(unit).chain(() -> guard.remember(unit, this, reached)).invoke(() -> place = reached);
    }

    /** Keeps what was not kept yet, at the end of the work. */
    void flush() {
        if (!waiting.isEmpty()) {
            write(this::keepErrors);
        }
        try {
            if (output != null) {
                output.flush();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void stop(Stopped.Reason reason) {
        stop = reason;
    }
}
