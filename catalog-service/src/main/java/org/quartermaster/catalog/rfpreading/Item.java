package org.quartermaster.catalog.rfpreading;

import java.math.BigDecimal;
import java.util.List;
import org.quartermaster.catalog.quantity.Quantity;
import org.quartermaster.catalog.unit.Measure;

/**
 * One thing that a request asks for.
 *
 * @param lineNo from 1 in the order of the document
 * @param lot the lot that it stands under, null outside of lots
 * @param span where it stands
 * @param rawText the text of the document from the span's start to its end
 * @param description what is asked, without the item's number and quantity
 * @param quantity how much, with the warning when it is not known
 * @param brand the brand when the document has a place for it, else null
 * @param mpn the article number when the document has a place for it, else null
 * @param constraints what the product has to meet
 */
public record Item(
        int lineNo,
        String lot,
        Span span,
        String rawText,
        String description,
        Quantity quantity,
        String brand,
        String mpn,
        List<Measure> constraints) {
    /**
     * A place in the document.
     *
     * @param page of a PDF, else null
     * @param sheet of a workbook, else null
     * @param row line of the text, row of the sheet
     * @param start first character in the document's content
     * @param end the character after the last one
     */
    public record Span(Integer page, String sheet, int row, int start, int end) {}

    /** The amount asked; null when it is not stated or ambiguous. */
    public BigDecimal amount() {
        return quantity.value();
    }
}
