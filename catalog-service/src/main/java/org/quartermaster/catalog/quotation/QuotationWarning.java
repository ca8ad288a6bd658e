package org.quartermaster.catalog.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.problem.Messages;

/** What stands in the way of sending a quotation, line by line. */
public record QuotationWarning(String code, int lineNo, String message) {
    static final String UNPRICED = "quotation.unpriced";
    static final String UNTAXED = "quotation.tax_unknown";

    /** Those of a draft; what was sent is past warning. */
    static List<QuotationWarning> of(FullQuotation quotation) {
        var found = new ArrayList<QuotationWarning>();
        if (quotation.head().status == QuotationStatus.DRAFT) {
            quotation.unpriced().forEach(item -> found.add(about(UNPRICED, item)));
            quotation.untaxed().forEach(item -> found.add(about(UNTAXED, item)));
        }
        return found;
    }

    private static QuotationWarning about(String code, QuotationItem item) {
        return new QuotationWarning(code, item.lineNo, Messages.text(Locale.ENGLISH, code));
    }
}
