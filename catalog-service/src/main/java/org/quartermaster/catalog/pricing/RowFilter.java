package org.quartermaster.catalog.pricing;

import java.util.ArrayList;
import java.util.List;

/** Parts the rows that may make a price from those that may not, each of these with its reason. */
final class RowFilter {

    private final PriceCase priceCase;
    private final PriceQuestion question;
    private final String currency;
    private final List<RejectedPrice> rejected;

    RowFilter(PriceCase priceCase, PriceQuestion question, String currency, List<RejectedPrice> rejected) {
        this.priceCase = priceCase;
        this.question = question;
        this.currency = currency;
        this.rejected = rejected;
    }

    List<PriceRow> sellRows() {
        List<PriceRow> kept = new ArrayList<>();
        for (PriceRow row : priceCase.rows()) {
            if (!row.isCost()) {
                String reason = reason(row);
                if (reason == null) {
                    kept.add(row);
                } else {
                    rejected.add(new RejectedPrice(row.id(), reason));
                }
            }
        }
        return kept;
    }

    private String reason(PriceRow row) {
        if (!row.isKnownAt(question.knownAt())) {
            return row.recordedAt().isAfter(question.knownAt()) ? "not_known_then" : "superseded";
        }
        if (!row.isValidAt(question.at())) {
            return "not_valid_then";
        }
        if (!row.currency().equals(currency)) {
            return "other_currency";
        }
        if (!isOfUnit(row)) {
            return "other_unit";
        }
        if (!priceCase.scopes().contains(row.scope())) {
            return "not_for_this_customer";
        }
        return List.of(priceCase.wantedType(), PriceType.BASE, PriceType.SALE).contains(row.type())
                ? null
                : "other_price_type";
    }

    private boolean isOfUnit(PriceRow row) {
        return row.uom().equals(question.uom()) || row.uom().equals(priceCase.baseUom());
    }
}
