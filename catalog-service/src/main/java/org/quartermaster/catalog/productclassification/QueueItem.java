package org.quartermaster.catalog.productclassification;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article that waits for a decision.
 *
 * @param stockValue what lies in all warehouses at the base price; 0 where either is unknown
 * @param rfpHits lines of requests that the article was found for
 * @param state whether a code is proposed, or none was sure enough
 * @param classification what is proposed, or null
 */
@Schema(name = "ClassificationQueueItem")
record QueueItem(
        long productId,
        String sku,
        String name,
        Long categoryId,
        BigDecimal stockValue,
        long rfpHits,
        State state,
        ClassificationView classification) {

    @Schema(name = "ClassificationQueueState")
    enum State {
        PROPOSED,
        ABSTAINED
    }

    static QueueItem of(Row row) {
        var isProposed = row.getLong("id") != null;
        return new QueueItem(
                row.getLong("queued_id"),
                row.getString("sku"),
                row.getString("name"),
                row.getLong("category_id"),
                row.getBigDecimal("stock_value"),
                row.getLong("rfp_hits"),
                isProposed ? State.PROPOSED : State.ABSTAINED,
                isProposed ? ClassificationView.of(row) : null);
    }
}
