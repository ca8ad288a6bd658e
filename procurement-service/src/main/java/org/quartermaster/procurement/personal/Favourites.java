package org.quartermaster.procurement.personal;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/**
 * What a user likes.
 *
 * @param favoriteCategories words that tenders are about; one that begins with {@code -} excludes
 * @param favoriteCpvCodes codes, or beginnings of codes
 * @param favoriteEntities ids of buyers
 */
@Schema(name = "Personalization")
public record Favourites(
        List<String> favoriteCategories,
        List<String> favoriteCpvCodes,
        List<String> favoriteEntities,

        @Schema(description = "What the dashboard shows, as its applications keep it")
        JsonNode dashboardWidgets,

        Instant updatedAt,
        long version)
        implements Versioned {
    /** Those of a user who never named any. */
    static final Favourites NONE = new Favourites(List.of(), List.of(), List.of(), null, null, 0);

    /** The columns, lists as text. */
    static final String COLUMNS = """
            favorite_categories, favorite_cpv_codes, favorite_entities, dashboard_widgets::text as dashboard_widgets,
            updated_at, rv""";

    static Favourites of(Row row) {
        return new Favourites(
                texts(row.getValue("favorite_categories")),
                texts(row.getValue("favorite_cpv_codes")),
                texts(row.getValue("favorite_entities")),
                Json.stored(row.getString("dashboard_widgets")),
                Columns.instant(row.getOffsetDateTime("updated_at")),
                row.getLong("rv"));
    }

    private static List<String> texts(Object stored) {
        var texts = new ArrayList<String>();
        if (stored instanceof JsonArray array) {
            array.forEach(text -> texts.add((String) text));
        }
        return texts;
    }

    /** A list as a column keeps it. */
    static JsonArray stored(List<String> texts) {
        return new JsonArray(List.copyOf(texts));
    }
}
