package org.quartermaster.platform.spool;

import io.quarkus.logging.Log;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Sha256;

/** The directory where files wait, unpacked, from their upload to the end of their load. */
public final class Spool {
    private static final int BUFFER = 64 * 1024;
    private static final int RATIO_FROM = 16 * 1024 * 1024;
    private static final int MAGIC = 0x1f8b;
    private static final ProblemType TOO_LARGE = new ProblemType(413, "too_large");
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);
    private static final String INCOMPLETE = ".part";

    private final SpoolSettings config;

    public Spool(SpoolSettings config) {
        this.config = config;
    }

    /**
     * A file that came in whole.
     *
     * @param sha256 of the unpacked bytes, in hex
     * @param bytes unpacked
     * @param isCorrupt whether the archive that it came in broke off or was damaged
     */
    public record Received(UUID id, String sha256, long bytes, String compression, boolean isCorrupt) {
        public Received as(UUID other) {
            return new Received(other, sha256, bytes, compression, isCorrupt);
        }
    }

    /** Where the file of an id is, or would be. */
    public Path file(UUID id) {
        return config.spool().resolve(id + config.suffix());
    }

    /** Whether the file is on this replica, whole. */
    public boolean has(UUID id) {
        return Files.exists(file(id));
    }

    private Path incomplete(UUID id) {
        return config.spool().resolve(id + INCOMPLETE);
    }

    /**
     * Writes a body to its file while it hashes it; what cannot be kept leaves no file. Packed bodies are known by their
     * first bytes, whatever their headers say.
     *
     * @throws Problem 400 when the sender hangs up, 413 {@code too_large}, 503 when there is no room for it
     */
    public Received receive(UUID id, InputStream body) {
        try {
            Files.createDirectories(config.spool());
            var received = copy(id, new Counted(body));
            Files.move(incomplete(id), file(id), StandardCopyOption.ATOMIC_MOVE);
            return received;
        } catch (RuntimeException refused) {
            drop(id);
            throw refused;
        } catch (IOException full) {
            drop(id);
            Log.errorf("spool: %s", full.getMessage());
            throw Problem.unavailable();
        }
    }

    private Received copy(UUID id, Counted body) throws IOException {
        var plain = new PushbackInputStream(body, 2);
        var isPacked = isPacked(plain);
        var digest = Sha256.digest();
        var total = 0L;
        var isCorrupt = false;
        try (var file = Files.newOutputStream(incomplete(id))) {
            var input = isPacked ? new GZIPInputStream(plain, BUFFER) : plain;
            var buffer = new byte[BUFFER];
            for (var read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                total += read;
                requireSize(total, body.count, isPacked);
                digest.update(buffer, 0, read);
                file.write(buffer, 0, read);
            }
        } catch (EOFException | ZipException damaged) {
            isCorrupt = true;
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        return new Received(id, hash, total, isPacked ? "gzip" : "none", isCorrupt);
    }

    private static boolean isPacked(PushbackInputStream body) throws IOException {
        var first = body.readNBytes(2);
        body.unread(first);
        return first.length == 2 && ((first[0] & 0xff) << 8 | first[1] & 0xff) == MAGIC;
    }

    private void requireSize(long unpacked, long packed, boolean isPacked) {
        var isBomb = isPacked && unpacked > RATIO_FROM && unpacked / packed > config.maxRatio();
        if (isBomb
                || unpacked > config.maxUnpacked().asLongValue()
                || isPacked && packed > config.maxPacked().asLongValue()) {
            throw Problem.of(TOO_LARGE);
        }
    }

    /**
     * Gives a file that is still here a second name, under which it is kept from now on; false where it is gone or is not
     * what it was.
     */
    public boolean link(Received from, UUID to) throws IOException {
        try {
            Files.createLink(file(to), file(from.id()));
            Files.setLastModifiedTime(file(to), FileTime.from(Instant.now()));
        } catch (NoSuchFileException gone) {
            return false;
        }
        if (isWhole(from.as(to))) {
            return true;
        }
        drop(to);
        return false;
    }

    /** Whether the file, which is there, is what came in; reads it. */
    public boolean isWhole(Received expected) throws IOException {
        var digest = Sha256.digest();
        try (var input = new DigestInputStream(Files.newInputStream(file(expected.id())), digest)) {
            return input.transferTo(OutputStream.nullOutputStream()) == expected.bytes()
                    && HexFormat.of().formatHex(digest.digest()).equals(expected.sha256());
        }
    }

    /** Deletes what is there of a file. */
    public void drop(UUID id) {
        try {
            Files.deleteIfExists(incomplete(id));
            Files.deleteIfExists(file(id));
        } catch (IOException stuck) {
            Log.warnf("spool: %s stays: %s", file(id), stuck.getMessage());
        }
    }

    /** Forgets files that nobody came back for, and what a killed process had received of others. */
    public void forget() throws IOException {
        if (!Files.isDirectory(config.spool())) {
            return;
        }
        try (var files = Files.list(config.spool())) {
            files.filter(this::isForgotten).forEach(Spool::delete);
        }
    }

    private boolean isForgotten(Path file) {
        var isComplete = !file.toString().endsWith(INCOMPLETE);
        var oldest = Instant.now().minus(isComplete ? config.spoolKept() : LONGEST_SILENCE);
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (IOException gone) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /** Counts what is read of a body, whose end the sender alone decides. */
    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                var read = super.read(target, offset, length);
                count += Math.max(read, 0);
                return read;
            } catch (IOException hungUp) {
                throw Problem.of(ProblemType.BAD_REQUEST);
            }
        }
    }
}
