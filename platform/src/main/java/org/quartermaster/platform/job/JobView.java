package org.quartermaster.platform.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/**
 * A job as clients see it.
 *
 * @param errors the first of them; {@code error_count} says how many there are
 * @param resultUrl where the output is, when there is one
 */
@Schema(name = "Job")
record JobView(
        String jobId,
        String kind,
        Job.State state,
        JobProgress progress,
        @Schema(type = SchemaType.OBJECT) JsonNode result,
        List<JobError.View> errors,
        long errorCount,
        String resultUrl,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        long version)
        implements Versioned {
    static final String PATH = "/api/v1/jobs/";
    static final String COLUMNS = """
        j.job_id, j.kind, j.state, j.done, j.total, j.progress, j.result, j.errors, j.error_count, j.output_type,
        j.output_name, j.created_by, j.created_at, j.started_at, j.finished_at, j.version,
        cast(extract(epoch from coalesce(j.finished_at, now()) - j.started_at) as float8) as seconds\
        """;

    static JobView of(Row row, Locale language) {
        var id = row.getString("job_id");
        return new JobView(
                id,
                row.getString("kind"),
                Words.find(Job.State.class, row.getString("state")).orElseThrow(),
                JobProgress.of(
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getDouble("seconds"),
                        Json.stored(row.getString("progress"))),
                Json.stored(row.getString("result")),
                errors(Json.stored(row.getString("errors")), language),
                row.getLong("error_count"),
                row.getString("output_type") == null ? null : PATH + id + "/result",
                row.getString("created_by"),
                Columns.instant(row.getOffsetDateTime("created_at")),
                Columns.instant(row.getOffsetDateTime("started_at")),
                Columns.instant(row.getOffsetDateTime("finished_at")),
                row.getLong("version"));
    }

    private static List<JobError.View> errors(JsonNode stored, Locale language) {
        var errors = new ArrayList<JobError.View>();
        stored.forEach(error -> errors.add(JobError.stored(error).in(language)));
        return errors;
    }

    /**
     * How far a job is.
     *
     * @param total null as long as it is not known
     * @param percent null as long as the total is not known
     * @param rate done per second since the start, or null before it
     * @param phase what it is at, or null where it has but one
     * @param counts what it has counted so far, by name
     */
    @Schema(name = "JobProgress")
    record JobProgress(
            long done, Long total, BigDecimal percent, BigDecimal rate, String phase, Map<String, Long> counts) {
        static JobProgress of(long done, Long total, Double seconds, JsonNode standing) {
            var percent = total == null ? null : total == 0 ? 100.0 : 100.0 * done / total;
            return new JobProgress(
                    done,
                    total,
                    rounded(percent),
                    rounded(seconds == null ? null : rate(done, seconds)),
                    standing == null ? null : standing.path("phase").textValue(),
                    counts(standing));
        }

        private static Map<String, Long> counts(JsonNode standing) {
            var counts = new LinkedHashMap<String, Long>();
            if (standing != null) {
                standing.path("counts")
                        .properties()
                        .forEach(count ->
                                counts.put(count.getKey(), count.getValue().longValue()));
            }
            return counts;
        }

        private static double rate(long done, double seconds) {
            return seconds <= 0 ? 0 : done / seconds;
        }

        private static BigDecimal rounded(Double value) {
            return value == null ? null : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        }
    }
}
