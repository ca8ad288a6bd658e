package org.quartermaster.procurement.document;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.procurement.config.SystemConfig;

/** Gets documents that only their publishers have, where the installation does that at all. */
@ApplicationScoped
class Fetching {
    private static final String ALLOWED = "documents.fetch";
    private static final String ALLOW_PRIVATE = "webhooks.allow_private";
    private static final String MOST = "documents.max_mb";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String KEPT =
            "update procurement.tender_documents set file_path = ?, file_size_bytes = ? where doc_id = ?";

    private final Download download;
    private final SystemConfig config;
    private final SystemWrites writes;
    private final Blobs blobs;

    @Inject
    Fetching(Vertx vertx, SystemConfig config, SystemWrites writes, Blobs blobs) {
        this.download = new Download(vertx, LONGEST);
        this.config = config;
        this.writes = writes;
        this.blobs = blobs;
    }

    /** Whether a document can be had: it is here, or may be fetched. */
    boolean canHave(String key, String url) {
        return key != null || url != null && config.flag(ALLOWED);
    }

    private Download.Guard guard() {
        return new Download.Guard(config.flag(ALLOW_PRIVATE), (long) config.integer(MOST) << 20);
    }

    /** Writes a document to a file and keeps it as its content. Blocking. */
    void fetch(JobRun run, UUID id, String url, Path file)
            throws Download.Failed, InterruptedException, IOException, SQLException {
        download.fetch(url, guard(), file);
        try (var counted = Files.newInputStream(file);
                var content = Files.newInputStream(file)) {
            var key = Blobs.key(counted);
            var size = Files.size(file);
            writes.<Integer, SQLException>write(run.caller(), unit -> {
                run.guard(unit.connection());
                blobs.keep(unit.connection(), key, content);
                return Sql.update(unit.connection(), KEPT, key, size, id);
            });
        }
    }
}
