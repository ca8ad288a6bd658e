package org.quartermaster.catalog.classification;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tenant said so far, over one index; never changes.
 *
 * @param lastId of the feedback that it holds
 * @param confirmed what was said last of each article
 */
record Overlay(SuggestionIndex index, TenantExamples examples, long lastId, Map<Long, TenantVerdict> confirmed) {

    static Overlay none(SuggestionIndex index) {
        return new Overlay(index, TenantExamples.none(index), 0, Map.of());
    }

    /** The overlay with more feedback, in the order of its ids. */
    Overlay with(List<Row> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        var verdicts = new ArrayList<TenantVerdict>();
        var last = new HashMap<>(confirmed);
        for (var row : rows) {
            var name = row.getString("folded");
            var code = row.getString("code");
            if (row.getString("verdict").equals("confirmed")) {
                var verdict = new TenantVerdict(name, code, TenantVerdict.Verdict.CONFIRMED);
                var before = last.put(row.getLong("product_id"), verdict);
                // An article is one thing: another code for it takes back what its former one taught.
                if (before != null && !before.equals(verdict)) {
                    verdicts.add(new TenantVerdict(before.name(), before.code(), TenantVerdict.Verdict.WITHDRAWN));
                }
                verdicts.add(verdict);
            } else {
                verdicts.add(new TenantVerdict(name, code, TenantVerdict.Verdict.REJECTED));
            }
        }
        var reached = rows.get(rows.size() - 1).getLong("id");
        return new Overlay(index, examples.with(verdicts), reached, last);
    }
}
