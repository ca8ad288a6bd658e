package org.quartermaster.catalog.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/**
 * What a kit holds: a product, or which products will do.
 *
 * @param selector see {@link Selector}; empty where the product is named
 */
public record KitItem(
        ItemKind kind,
        Long productId,
        @Schema(type = SchemaType.OBJECT) JsonNode selector,
        BigDecimal quantity,
        String uom,
        boolean mandatory,
        String reason) {
    private static final int MAX_ITEMS = 1_000;
    private static final int CODE = 64;
    private static final int TEXT = 20_000;

    static List<KitItem> read(Fields fields) {
        return fields.items("items", MAX_ITEMS).stream().map(KitItem::one).toList();
    }

    private static KitItem one(Fields item) {
        item.require("quantity");
        var product = Numbers.id(item, "product_id").value();
        var selector = Selector.read(item);
        if (product == null && selector.isEmpty()) {
            item.error("product_id", "missing");
        }
        return new KitItem(
                item.word("kind", ItemKind.class).or(ItemKind.PART),
                product,
                selector,
                Numbers.quantity(item, "quantity").value(),
                item.text("uom", 0, CODE).value(),
                item.bool("mandatory").or(false),
                item.text("reason", 0, TEXT).value());
    }
}
