package org.quartermaster.procurement.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.testing.Statements;
import org.quartermaster.procurement.OcdsFile;
import org.quartermaster.procurement.ProcurementDatabase;
import org.quartermaster.procurement.ProcurementTest;
import org.quartermaster.procurement.ocds.read.ReleaseReader;
import org.quartermaster.procurement.ocds.schema.CompactSchema;
import org.quartermaster.procurement.source.Sources;

/** What a load costs by the size of its file. All of it is taken back. */
@ProcurementTest
class LoadSizeTest {
    private static final int RELEASES = 8_000;
    private static final String WORDS = "leather gloves for welders and fitters, cut resistance level D; ".repeat(60);
    private static final Pattern OF_A_LOAD = Pattern.compile("\\b(b_[a-z]+|staged\\w*|fresh|touched|told)\\b");

    private final OcdsFile file = OcdsFile.create();

    @Inject
    ObjectMapper json;

    private byte[] line(int number) {
        var tender = """
                {"id": "%1$d", "title": "Gloves %1$d", "description": "%1$d %2$s",
                 "items": [{"id": "1", "description": "Gloves", "classification": {"scheme": "CPV", "id": "18141000-9"}}],
                 "lots": [{"id": "1", "title": "All"}]}""".formatted(number, WORDS);
        var release = file.release(Integer.toString(number), "r", "2026-03-01T10:00:00Z", tender);
        return (release + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Releases that are made while they are read. */
    private InputStream releases(int count) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < count;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(line(next++));
            }
        });
    }

    private interface Loading {
        void with(Load load) throws SQLException;
    }

    private void load(Loading loading) {
        try (var connection = ProcurementDatabase.system()) {
            connection.setAutoCommit(false);
            loading.with(begin(connection));
            connection.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Load begin(Connection connection) throws SQLException {
        Sources.make(connection, file.source());
        var source = Sources.find(connection, file.source()).orElseThrow();
        var order = new LoadOrder(UUID.randomUUID().toString(), source, false, true, Instant.now());
        return new Load(connection, order, CompactSchema.release(), json);
    }

    private long statements(int count) throws SQLException {
        return Statements.ofSystemRole("procurement")
                .during(() -> load(load -> {
                    ReleaseReader.read(releases(count), StandardCharsets.UTF_8, load);
                    assertThat(load.merge(() -> {}).releasesNew()).isEqualTo(count);
                }))
                .entrySet()
                .stream()
                .filter(entry -> OF_A_LOAD.matcher(entry.getKey()).find())
                .mapToLong(entry -> entry.getValue())
                .sum();
    }

    @Test
    void aBatchCostsTheSameStatementsWhateverItHolds() throws SQLException {
        var few = statements(10);

        assertThat(few).isPositive();
        assertThat(statements(250)).isEqualTo(few);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** How much is alive when a part of the work begins, but for the first quarter of them, in which caches fill. */
    private static long growth(List<Long> live) {
        return live.get(live.size() - 1) - live.get(live.size() / 4);
    }

    @Test
    void theHeapDoesNotGrowWithTheFile() {
        var reading = new ArrayList<Long>();
        var merging = new ArrayList<Long>();
        var bytes = (long) RELEASES * line(RELEASES).length;

        load(load -> {
            load.afterChunk(() -> reading.add(live()));
            ReleaseReader.read(releases(RELEASES), StandardCharsets.UTF_8, load);
            load.afterChunk(() -> {});
            load.merge(() -> merging.add(live()));
        });

        assertThat(reading).hasSizeGreaterThan(8);
        assertThat(merging).hasSizeGreaterThan(8);
        assertThat(growth(reading)).as("growth while %d bytes are read", bytes).isLessThan(bytes / 5);
        assertThat(growth(merging)).as("growth while they are merged").isLessThan(bytes / 5);
    }
}
