package org.quartermaster.catalog.rfpreading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a document asks for and says of itself; what it does not state is null.
 *
 * @param client who asks
 * @param deadline until when offers are taken
 * @param currency ISO 4217 code
 * @param projectValue in that currency
 */
public record Extraction(
        List<Item> items,
        String client,
        LocalDate deadline,
        String currency,
        BigDecimal projectValue,
        List<Warning> warnings) {
    /** The document was read and holds no items. */
    public static final String NO_LINES = "rfp.no_lines";

    /**
     * Something that a person should look at.
     *
     * @param lineNo null when it is about the whole document
     */
    public record Warning(String code, Integer lineNo) {}
}
