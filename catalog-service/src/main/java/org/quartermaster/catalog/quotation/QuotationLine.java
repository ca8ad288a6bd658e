package org.quartermaster.catalog.quotation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;

/**
 * A line of a quotation as the API shows it; sending freezes it in this form.
 *
 * @param rfpLineNo number of the line of the request that it answers, or null
 * @param listPrice of one unit before discounts
 * @param unitPrice of one unit after them
 */
@Schema(name = "QuotationLine")
public record QuotationLine(
        int lineNo,
        Integer rfpLineNo,
        Long productId,
        String sku,
        String itemDescription,
        BigDecimal quantity,
        String uom,
        BigDecimal listPrice,
        BigDecimal discountPercent,
        BigDecimal unitPrice,
        BigDecimal lineTotal,
        BigDecimal taxRate,
        BigDecimal lineTax,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        PriceStatus priceStatus,

        String priceReason,
        @Schema(type = SchemaType.OBJECT) JsonNode priceTrace,
        String itemCategory,
        Long supplierId,
        Integer deliveryDays,
        BigDecimal matchConfidence,
        @Schema(type = SchemaType.ARRAY) JsonNode evidence,
        @Schema(type = SchemaType.ARRAY) JsonNode compliance,
        String notes) {

    static QuotationLine of(QuotationItem item, int minorUnits) {
        return new QuotationLine(
                item.lineNo,
                item.rfpLineNo,
                item.productId,
                item.sku,
                item.itemDescription,
                plain(item.quantity),
                item.uom,
                item.listPrice,
                plain(item.discountPercent),
                item.unitPrice,
                QuotationEntry.amount(item.lineTotal, minorUnits),
                plain(item.taxRate),
                QuotationEntry.amount(item.lineTax, minorUnits),
                item.priceStatus,
                item.priceReason,
                Json.stored(item.priceTrace),
                item.itemCategory,
                item.supplierId,
                item.deliveryDays,
                item.matchConfidence,
                Json.stored(item.evidence),
                Json.stored(item.compliance),
                item.notes);
    }

    /** Without zeros at its end. */
    static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
