package org.quartermaster.catalog.completeness;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.DatabaseJson;

/**
 * How complete an article is.
 *
 * @param score in percent, of fields and features that its category asks for
 * @param missing fields without a value
 * @param missingFeatures features of its confirmed class without a value or a reason for having none
 */
@Schema(name = "ProductCompleteness")
record Completeness(
        BigDecimal score, int required, int filled, List<String> missing, List<MissingFeature> missingFeatures) {

    /** A feature that is not filled. */
    record MissingFeature(String featureId, String name) {}

    static Completeness of(Row row, DatabaseJson json) {
        return new Completeness(
                row.getBigDecimal("score"),
                row.getInteger("required"),
                row.getInteger("filled"),
                List.of(row.getArrayOfStrings("missing")),
                json.read(row.getString("features"), new TypeReference<List<MissingFeature>>() {}));
    }
}
