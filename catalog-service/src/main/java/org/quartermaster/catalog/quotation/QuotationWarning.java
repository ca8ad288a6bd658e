package org.quartermaster.catalog.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quartermaster.catalog.safety.PpeProducts.PpeProduct;
import org.quartermaster.catalog.safety.UnprotectedTool;
import org.quartermaster.platform.problem.Messages;

/**
 * What stands in the way of sending a quotation, or should give pause, line by line.
 *
 * @param suggestions articles that would help; nothing is added by itself
 */
public record QuotationWarning(String code, int lineNo, String message, List<PpeProduct> suggestions) {
    static final String UNPRICED = "quotation.unpriced";
    static final String UNTAXED = "quotation.tax_unknown";

    private static final String UNPROTECTED = "safety.unprotected";

    /** NB: what was sent is past being in the way. */
    static List<QuotationWarning> of(FullQuotation quotation) {
        var found = new ArrayList<QuotationWarning>();
        if (quotation.head().status == QuotationStatus.DRAFT) {
            quotation.unpriced().forEach(item -> found.add(about(UNPRICED, item)));
            quotation.untaxed().forEach(item -> found.add(about(UNTAXED, item)));
        }
        quotation.unprotected().forEach(tool -> found.add(about(tool)));
        return found;
    }

    private static QuotationWarning about(String code, QuotationItem item) {
        return new QuotationWarning(code, item.lineNo, Messages.text(Locale.ENGLISH, code), List.of());
    }

    private static QuotationWarning about(UnprotectedTool tool) {
        var text = Messages.text(Locale.ENGLISH, UNPROTECTED, tool.toolName(), String.join(", ", tool.equipment()));
        return new QuotationWarning(UNPROTECTED, tool.lineNo(), text, tool.articles());
    }
}
