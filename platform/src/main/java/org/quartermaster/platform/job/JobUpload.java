package org.quartermaster.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Unpacked;
import org.quartermaster.platform.security.Sha256;

/**
 * Keeps the body of a request in the database while it comes in, a piece at a time, each in a transaction of its own:
 * memory stays constant, a slow client holds no connection, and every replica can read it.
 */
@ApplicationScoped
final class JobUpload {
    private final JobStore store;
    private final JobConfig config;

    @Inject
    JobUpload(JobStore store, JobConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Reads the body to its end; the answer is its SHA-256, unpacked. */
    byte[] keep(Job job, String encoding, InputStream body) {
        var digest = Sha256.digest();
        try (var input = Unpacked.of(body, encoding, config.maxInput().asLongValue())) {
            for (var n = 0; ; n++) {
                var piece = input.readNBytes(JobOutput.PIECE);
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
        var content = Arrays.copyOf(piece, piece.length);
        Awaiting.result(() -> store.append(job.caller(), job.id(), JobStore.INPUT, n, content));
    }
}
