package org.quartermaster.platform.job;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Unpacked;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/**
 * Input and output of jobs, kept in the database a piece at a time, each in a transaction of its own: memory stays
 * constant, a slow client holds no connection, and every replica can read them.
 */
@ApplicationScoped
final class JobPieces {
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String ERRORS = "errors";
    private static final int SIZE = 256 * 1024;

    private final TenantDatabase database;
    private final Writes writes;
    private final JobConfig config;

    @Inject
    JobPieces(TenantDatabase database, Writes writes, JobConfig config) {
        this.database = database;
        this.writes = writes;
        this.config = config;
    }

    /** One piece; empty past the last one. */
    Uni<Buffer> read(Caller caller, String id, String part, int n) {
        var sql = "select content from platform.job_chunk where job_id = $1 and part = $2 and n = $3";
        return database.read(caller, sql, id, part, n)
                .map(rows -> rows.size() == 0
                        ? Buffer.buffer()
                        : rows.iterator().next().getBuffer(0));
    }

    /** The first piece of the errors from the given one on; empty past the last one. */
    Uni<JobErrors.Piece> errors(Caller caller, String id, int from) {
        var sql = """
                select n, content from platform.job_chunk
                where job_id = $1 and part = 'errors' and n >= $2 order by n limit 1
                """;
        return database.read(caller, sql, id, from).map(rows -> {
            if (rows.size() == 0) {
                return JobErrors.Piece.NONE;
            }
            var row = rows.iterator().next();
            return new JobErrors.Piece(
                    row.getInteger("n"), row.getBuffer("content").toString());
        });
    }

    Uni<Void> append(UnitOfWork unit, String id, String part, int n, byte[] content) {
        var sql = "insert into platform.job_chunk (tenant_id, job_id, part, n, content) values ($1, $2, $3, $4, $5)";
        return unit.run(sql, unit.caller().tenant(), id, part, n, Buffer.buffer(content))
                .replaceWithVoid();
    }

    /** Keeps the body of a request as the input of a job; the answer is its SHA-256, unpacked. Blocking. */
    byte[] keep(Job job, String encoding, InputStream body) {
        var digest = Sha256.digest();
        try (var input = Unpacked.of(body, encoding, config.maxInput().asLongValue())) {
            for (var n = 0; ; n++) {
                var piece = input.readNBytes(SIZE);
                if (piece.length == 0 && n == 0) {
                    throw Problem.invalid("", "empty_file");
                }
                if (piece.length == 0) {
                    return digest.digest();
                }
                digest.update(piece);
                append(job, n, piece);
            }
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    private void append(Job job, int n, byte[] piece) {
        Awaiting.result(() -> writes.write(job.caller(), unit -> append(unit, job.id(), INPUT, n, piece)));
    }

    /** Pieces as one stream, of which one at a time is in memory; the first empty one is its end. */
    static InputStream joined(IntFunction<byte[]> pieces) {
        var all = new Enumeration<InputStream>() {
            private byte[] next;
            private int n;

            @Override
            public boolean hasMoreElements() {
                next = next == null ? pieces.apply(n++) : next;
                return next.length > 0;
            }

            @Override
            public InputStream nextElement() {
                var stream = new ByteArrayInputStream(next);
                next = null;
                return stream;
            }
        };
        return new FilterInputStream(new SequenceInputStream(all)) {
            /** NB: nothing is open, and that of the sequence would read all of the rest. */
            @Override
            public void close() {}
        };
    }

    /** A stream that gives what is written to it on in pieces. */
    static OutputStream cut(Consumer<byte[]> pieces) {
        var pass = new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) {
                pieces.accept(Arrays.copyOfRange(source, offset, offset + length));
            }
        };
        return new BufferedOutputStream(pass, SIZE);
    }
}
