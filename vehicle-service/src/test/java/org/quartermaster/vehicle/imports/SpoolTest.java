package org.quartermaster.vehicle.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.spool.Spool;

/** What is kept of a body that comes in, with small limits. */
class SpoolTest {
    private static final byte[] TEXT = "Lot number,VIN\n1,2\n".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();

    /** Limits of 1 MB packed and 40 MB unpacked. */
    private record Limits(Path spool) implements ImportConfig {
        private static MemorySize size(long bytes) {
            return new MemorySize(BigInteger.valueOf(bytes));
        }

        @Override
        public String suffix() {
            return ".csv";
        }

        @Override
        public MemorySize maxPacked() {
            return size(1_000_000);
        }

        @Override
        public MemorySize maxUnpacked() {
            return size(40_000_000);
        }

        @Override
        public int maxRatio() {
            return 200;
        }

        @Override
        public Duration spoolKept() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration silence() {
            return Duration.ofMinutes(1);
        }

        @Override
        public double badShare() {
            return 0.05;
        }

        @Override
        public long badRows() {
            return 100;
        }

        @Override
        public int lotEventsMax() {
            return 5_000;
        }

        @Override
        public GateConfig gate() {
            throw new UnsupportedOperationException("a spool has no gate");
        }
    }

    private Spool spool() {
        return new Spool(new Limits(folder));
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }

    /** The body of a sender who hangs up after these bytes. */
    private static InputStream cutOff(byte[] sent) {
        var end = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(sent), end);
    }

    private void assertRefused(InputStream body, int status, String code) throws IOException {
        var refused = catchThrowableOfType(Problem.class, () -> spool().receive(id, body));

        assertThat(refused.type().status()).isEqualTo(status);
        assertThat(refused.type().code()).isEqualTo(code);
        assertThat(folder).as("the spool").isEmptyDirectory();
    }

    @Test
    void packedAndPlainBytesHaveOneHashAndLieThereUnpacked() throws IOException {
        var plain = spool().receive(id, new ByteArrayInputStream(TEXT));
        var unpacked = spool().receive(id, new ByteArrayInputStream(packed(TEXT)));

        assertThat(unpacked.sha256()).isEqualTo(plain.sha256());
        assertThat(unpacked.compression()).isEqualTo("gzip");
        assertThat(folder.resolve(id + ".csv")).hasBinaryContent(TEXT);
    }

    @Test
    void aSenderWhoHangsUpLeavesNothing() throws IOException {
        assertRefused(cutOff(TEXT), 400, "bad_request");
        assertRefused(cutOff(Arrays.copyOf(packed(TEXT), 40)), 400, "bad_request");
    }

    @Test
    void anArchiveThatEndsEarlyIsKeptAsCorrupt() throws IOException {
        var archive = packed(TEXT);

        var received = spool().receive(id, new ByteArrayInputStream(Arrays.copyOf(archive, archive.length - 9)));

        assertThat(received.isCorrupt()).isTrue();
    }

    @Test
    void bombsAndWhatIsBeyondTheLimitsAreTooLarge() throws IOException {
        var random = new byte[1_100_000];
        new java.util.Random(1).nextBytes(random);

        assertRefused(new ByteArrayInputStream(packed(new byte[30_000_000])), 413, "too_large");
        assertRefused(new ByteArrayInputStream(new byte[40_000_001]), 413, "too_large");
        assertRefused(new ByteArrayInputStream(packed(random)), 413, "too_large");
    }

    @Test
    void whatAKilledProcessLeftIsForgotten() throws IOException {
        var left = Files.write(folder.resolve(id + ".part"), TEXT);
        Files.setLastModifiedTime(
                left,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minus(Duration.ofHours(2))));
        Files.write(folder.resolve(UUID.randomUUID() + ".part"), TEXT);

        spool().forget();

        assertThat(folder.toFile().list())
                .hasSize(1)
                .doesNotContain(left.getFileName().toString());
    }
}
