package org.quartermaster.vehicle.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.db.Upkeep;

/** Forgets what is left of imports when nobody needs it any more, a bounded part each night. */
@ApplicationScoped
final class OldTraces implements Upkeep {
    private static final int AT_ONCE = 200_000;
    private static final String QUARANTINE = """
            delete from staging.copart_raw where id in (
              select id from staging.copart_raw
              where state <> 'open' and resolved_at < now() - interval '%d days' limit %d)
            """;
    private static final String COLUMN_STATS = """
            delete from audit.column_stats where created_at < now() - interval '%d days'
            """;

    /** A gate cannot be opened any more when a newer snapshot is loaded. */
    private static final String ABSENCES = """
            delete from audit.gate_absences k using raw.csv_files f
            where f.file_id = k.file_id and exists (
              select from raw.csv_files n
              where n.source = f.source and n.state = 'loaded' and n.mode = 'snapshot' and n.snapshot_at > f.snapshot_at)
            """;

    private final RetentionConfig config;

    @Inject
    OldTraces(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<String> beforeRequests() {
        return List.of();
    }

    @Override
    public List<String> daily() {
        return List.of(
                QUARANTINE.formatted(config.quarantine(), AT_ONCE),
                COLUMN_STATS.formatted(config.columnStats()),
                ABSENCES);
    }
}
