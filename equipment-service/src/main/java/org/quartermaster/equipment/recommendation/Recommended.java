package org.quartermaster.equipment.recommendation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * What is read of a recommendation of catalog-service.
 *
 * @param sourceRef id of the alert, where the source is {@code equipment_alert}
 */
record Recommended(String id, String recommendationSource, String sourceRef, List<Item> items) {
    private static final String ALERT = "equipment_alert";

    /** What an item is to the work. */
    enum Kind {
        PART,
        CONSUMABLE,
        TOOL,
        PPE
    }

    /** One thing that the work needs; only its kind is always known. */
    record Item(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            Kind kind,

            String productId,
            String sku,
            String name,
            String nameAr,
            BigDecimal quantity,
            String uom,
            Boolean mandatory,
            String reason,
            JsonNode standards,
            BigDecimal price,
            String currency,
            Boolean inStock) {}

    boolean isForAlert() {
        return ALERT.equals(recommendationSource) && id != null && sourceRef != null;
    }
}
