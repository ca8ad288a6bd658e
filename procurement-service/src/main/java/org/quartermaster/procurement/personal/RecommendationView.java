package org.quartermaster.procurement.personal;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;

/** An open tender that may be of interest, and why. */
@Schema(name = "Recommendation")
public record RecommendationView(
        String tenderId,
        String title,
        String procuringEntity,
        String cpvCode,
        BigDecimal estimatedValue,
        String estimatedCurrency,
        Instant publicationDate,
        Instant closingDate,
        @Schema(minimum = "0", maximum = "1") BigDecimal score,
        List<Reason> reasons) {

    /**
     * One reason.
     *
     * @param values the favourites behind it; none for the closing date
     */
    @Schema(name = "RecommendationReason")
    public record Reason(Kind code, List<String> values) {}

    /** Why a tender is shown. */
    @Schema(name = "RecommendationKind")
    public enum Kind {
        CPV,
        CPV_DIVISION,
        BUYER,
        WORDS,
        CLOSING_DATE
    }

    static RecommendationView of(Row row) {
        return new RecommendationView(
                row.getString("tender_id"),
                row.getString("title"),
                row.getString("procuring_entity"),
                row.getString("cpv_code"),
                row.getBigDecimal("estimated_value"),
                row.getString("estimated_currency"),
                Columns.instant(row.getOffsetDateTime("publication_date")),
                Columns.instant(row.getOffsetDateTime("closing_date")),
                row.getBigDecimal("score"),
                reasons(row));
    }

    private static List<Reason> reasons(Row row) {
        var reasons = new ArrayList<Reason>();
        add(reasons, Kind.CPV, row.getArrayOfStrings("codes"));
        if (reasons.isEmpty()) {
            add(reasons, Kind.CPV_DIVISION, row.getArrayOfStrings("divisions"));
        }
        if (row.getBoolean("by_buyer")) {
            reasons.add(new Reason(Kind.BUYER, List.of(row.getString("buyer"))));
        }
        add(reasons, Kind.WORDS, row.getArrayOfStrings("words"));
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Kind.CLOSING_DATE, List.of()));
        }
        return reasons;
    }

    private static void add(List<Reason> reasons, Kind kind, String... values) {
        if (values.length > 0) {
            reasons.add(new Reason(kind, List.of(values)));
        }
    }
}
