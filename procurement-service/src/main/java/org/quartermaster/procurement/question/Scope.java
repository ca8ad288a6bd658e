package org.quartermaster.procurement.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.verdict.Predicate;

/**
 * Which tenders are asked about.
 *
 * @param tenderIds empty for all
 */
record Scope(List<String> tenderIds, Criteria criteria) {
    private static final int MOST_TENDERS = 100;
    private static final int LONGEST_ID = 100;

    static Scope read(Fields fields) {
        var ids = fields.texts("tender_ids");
        if (ids.size() > MOST_TENDERS) {
            fields.error("tender_ids", "too_many_values", MOST_TENDERS);
        }
        for (var i = 0; i < ids.size(); i++) {
            if (ids.get(i).isEmpty() || ids.get(i).length() > LONGEST_ID) {
                fields.error("tender_ids[" + i + "]", "string_too_long", LONGEST_ID);
            }
        }
        return new Scope(ids.stream().distinct().toList(), Criteria.read(fields.nested("criteria")));
    }

    boolean isAll() {
        return tenderIds.isEmpty() && criteria.isEmpty();
    }

    boolean isOneTender() {
        return tenderIds.size() == 1;
    }

    /** Conditions over procurement.tenders t, whose parameters are added to those of the statement. */
    String conditions(Instant now, List<Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add("t.deleted_at is null");
        if (!tenderIds.isEmpty()) {
            parameters.add(tenderIds.toArray(String[]::new));
            conditions.add("t.tender_id = any ($" + parameters.size() + ")");
        }
        for (var part : Predicate.of(criteria).conditions(now)) {
            conditions.add(placed(part.condition(), part.values(), parameters));
        }
        return String.join(" and ", conditions);
    }

    private static String placed(String condition, Object[] values, List<Object> parameters) {
        var sql = condition;
        for (var value : values) {
            parameters.add(value);
            sql = sql.replaceFirst(Pattern.quote("?"), Matcher.quoteReplacement("$" + parameters.size()));
        }
        return sql;
    }
}
