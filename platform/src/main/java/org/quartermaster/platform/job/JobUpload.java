package org.quartermaster.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

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
        var digest = sha256();
        try (var input = unpacked(encoding, body)) {
            var size = 0L;
            for (var n = 0; ; n++) {
                var piece = input.readNBytes(JobOutput.PIECE);
                if (piece.length == 0) {
                    break;
                }
                size += piece.length;
                if (size > config.maxInput().asLongValue()) {
                    throw Problem.of(ProblemType.TOO_LARGE);
                }
                digest.update(piece);
                append(job, n, piece);
            }
            if (size == 0) {
                throw Problem.invalid("", "empty_file");
            }
            return digest.digest();
        } catch (IOException broken) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    private void append(Job job, int n, byte[] piece) {
        var content = Arrays.copyOf(piece, piece.length);
        Awaiting.result(() -> store.append(job.caller(), job.id(), JobStore.INPUT, n, content));
    }

    private static InputStream unpacked(String encoding, InputStream body) throws IOException {
        var name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> gunzip(body);
            default -> throw Problem.of(ProblemType.UNSUPPORTED_TYPE);
        };
    }

    private static InputStream gunzip(InputStream body) throws IOException {
        try {
            return new GZIPInputStream(body, 64 * 1024);
        } catch (ZipException notGzip) {
            throw Problem.of(ProblemType.BAD_REQUEST);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
