package org.quartermaster.procurement.match;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.procurement.verdict.Explanation;

/** A change of a tender that met an alert. */
@Schema(name = "Match")
record MatchView(
        UUID matchId,
        UUID alertId,
        int criteriaVersion,
        String tenderId,
        int materialVersion,
        List<String> changeClasses,
        String verdict,
        @Schema(implementation = Explanation.class) JsonNode explanation,
        MatchState state,
        Feedback feedback,
        Instant matchedAt,
        @JsonIgnore long version)
        implements Versioned {

    /** What {@link #of} needs of a row of procurement.alert_matches m. */
    static final String COLUMNS = """
            m.match_id, m.alert_id, m.criteria_version, m.tender_id, m.material_version, m.change_classes, m.verdict,
            cast(m.explanation as text) as explanation, m.state, m.feedback, m.matched_at, m.rv\
            """;

    static MatchView of(Row row) {
        return new MatchView(
                row.getUUID("match_id"),
                row.getUUID("alert_id"),
                row.getInteger("criteria_version"),
                row.getString("tender_id"),
                row.getInteger("material_version"),
                List.of(row.getArrayOfStrings("change_classes")),
                row.getString("verdict"),
                Json.stored(row.getString("explanation")),
                MatchState.of(row.getString("state")),
                Feedback.of(row.getString("feedback")),
                Columns.instant(row.getOffsetDateTime("matched_at")),
                row.getLong("rv"));
    }
}
