package org.quartermaster.vehicle.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.vehicle.load.Counts;

/**
 * The import of one file as the API shows it.
 *
 * @param duplicate whether these bytes were loaded before; then this is that import
 * @param gate what was concluded from absence, and why not; null until the load is done
 */
@Schema(name = "Import")
record ImportView(
        UUID importId,
        String jobId,
        UUID fileId,
        String source,
        String name,
        String sha256,
        long bytes,
        String mode,
        boolean dryRun,
        String state,
        boolean duplicate,
        Instant snapshotAt,
        String encoding,
        Boolean hadBom,
        ImportHeader header,
        Counts counts,
        ImportGate gate,
        ImportError error,
        Long rowsPerSecond,
        Instant startedAt,
        Instant completedAt,
        Instant createdAt,
        long version)
        implements Versioned {
    static final String PATH = "/api/v1/imports/";

    /** A row {@code r} of runs as the JSON that this record is read from. */
    static final String JSON = """
            coalesce(r.about, '{}') || jsonb_build_object('import_id', r.run_id, 'job_id', r.run_id,
              'file_id', r.file_id, 'dry_run', r.dry_run, 'state', r.status, 'duplicate', false, 'counts', r.counts,
              'gate', r.gate, 'rows_per_second', cast(round(r.rows_processed
                / nullif(extract(epoch from r.completed_at - r.started_at), 0)) as bigint),
              'error', case when r.error_code is not null
                then jsonb_build_object('code', r.error_code, 'detail', r.error_detail) end,
              'started_at', r.started_at, 'completed_at', r.completed_at, 'created_at', r.created_at,
              'version', r.version)
            """;

    /** The columns of a file. */
    record ImportHeader(
            String variant,
            List<String> columns,
            List<String> missing,
            List<String> unknown,
            Map<String, String> renamed,
            boolean drift) {}

    /** Whether lots that the file does not name are gone. */
    record ImportGate(
            String state,
            String reason,
            Long baselineRows,
            long rows,
            String openedBy,
            Instant openedAt,
            String openingReason) {}

    /** Why an import did not come to its end. */
    record ImportError(String code, String detail) {}

    ImportView asDuplicate() {
        return new ImportView(
                importId,
                jobId,
                fileId,
                source,
                name,
                sha256,
                bytes,
                mode,
                dryRun,
                state,
                true,
                snapshotAt,
                encoding,
                hadBom,
                header,
                counts,
                gate,
                error,
                rowsPerSecond,
                startedAt,
                completedAt,
                createdAt,
                version);
    }
}
