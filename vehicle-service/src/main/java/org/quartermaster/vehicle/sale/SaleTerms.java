package org.quartermaster.vehicle.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quartermaster.platform.db.Words;
import org.quartermaster.vehicle.market.SaleEventView;

/** What can be said of a sale, and be corrected. */
record SaleTerms(Instant saleDate, SaleStatus status, BigDecimal finalBid, String currencyCode, String note) {
    private static final int DECIMALS = 2;

    SaleTerms {
        // As it is stored, so that equal amounts are equal.
        finalBid = finalBid == null ? null : finalBid.setScale(DECIMALS);
    }

    static SaleTerms of(SaleEventView sale) {
        return new SaleTerms(
                sale.saleDate(),
                Words.find(SaleStatus.class, sale.status()).orElseThrow(),
                sale.finalBid(),
                sale.currencyCode(),
                sale.note());
    }

    /**
     * What a lot's timeline tells of the sale: old and new value of each field that differs.
     *
     * @param before null for a new sale
     */
    Map<String, List<Object>> since(SaleTerms before) {
        var former = before == null ? new SaleTerms(null, null, null, null, null) : before;
        var changes = new LinkedHashMap<String, List<Object>>();
        note(changes, "sale_date", former.saleDate, saleDate);
        note(changes, "sale_status", former.status == null ? null : Words.of(former.status), Words.of(status));
        note(changes, "final_bid", former.finalBid, finalBid);
        note(changes, "currency_code", former.currencyCode, currencyCode);
        return changes;
    }

    private static void note(Map<String, List<Object>> changes, String name, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, Arrays.asList(before, after));
        }
    }
}
