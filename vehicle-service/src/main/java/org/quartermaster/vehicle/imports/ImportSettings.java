package org.quartermaster.vehicle.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Call;

/**
 * How a file is to be imported.
 *
 * @param snapshotAt when the feed was exported
 * @param sha256 that the sender expects of the unpacked bytes, or null
 */
public record ImportSettings(String source, String name, Instant snapshotAt, Mode mode, boolean dryRun, String sha256) {
    private static final Duration FUTURE = Duration.ofHours(24);
    private static final String HASH = "X-Content-SHA256";

    /** What the file claims. */
    @Schema(name = "ImportMode")
    public enum Mode {
        /** It names all lots of its source. */
        SNAPSHOT,
        /** It names some. */
        PARTIAL
    }

    /** As those of an earlier import. */
    static ImportSettings of(RunOrder order) {
        var mode = order.isSnapshot() ? Mode.SNAPSHOT : Mode.PARTIAL;
        var name = order.about().path("name").textValue();
        return new ImportSettings(order.source(), name, order.snapshotAt(), mode, order.dryRun(), null);
    }

    static ImportSettings read(Call call) {
        var query = call.query();
        var source = query.text("source", 1, 40).or("copart");
        if (!source.matches("[a-z][a-z0-9-]*")) {
            query.error("source", "not_a_slug");
        }
        var snapshotAt = query.time("snapshot_at").or(Instant.now());
        var sha256 = call.header(HASH);
        if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
            query.error(HASH, "not_a_sha256");
        }
        var settings = new ImportSettings(
                source,
                query.text("name", 0, 200).value(),
                snapshotAt,
                query.word("mode", Mode.class).or(Mode.SNAPSHOT),
                query.bool("dry_run").or(false),
                sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
        if (settings.isInFuture()) {
            query.error("snapshot_at", "in_future");
        }
        query.checkQuery();
        return settings;
    }

    /** A clock may be wrong by a zone, not by more. */
    boolean isInFuture() {
        return snapshotAt.isAfter(Instant.now().plus(FUTURE));
    }

    String modeWord() {
        return Words.of(mode);
    }
}
