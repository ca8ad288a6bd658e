package org.quartermaster.procurement.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.criteria.ValueCriterion;

/** The orders of a search; nearly all of them have an index that gives each page without the ones before it. */
final class SearchOrder {
    static final SortKey ID = SortKey.of("tender_id", "t.tender_id", "text");
    static final String USUAL = "-publication_date";

    private static final String RELEVANCE = "relevance";
    private static final String VALUE = "value";
    private static final SortKey PUBLICATION =
            SortKey.nullable("publication_date", "t.publication_date", "timestamptz");
    private static final SortKey CLOSING = SortKey.nullable("closing_date", "t.closing_date", "timestamptz");
    private static final SortKey UPDATED = SortKey.of("updated_at", "t.updated_at", "timestamptz");

    /** NB: of its beginning, as an entry of an index has to fit into a page. */
    private static final SortKey TITLE = SortKey.of("title", "left(t.title, 200)", "text");

    /** Currencies whose estimated values have a column, and that an index. */
    private static final Set<String> STORED = Set.of("EUR", "MKD");

    private SearchOrder() {}

    /** The keys that a search may be sorted by; what such a key needs and lacks is noted. */
    static List<SortKey> keys(Fields request, Asked asked) {
        var sort = request.text("sort", 0, 500).or(USUAL);
        if (isRanked(sort) && (asked.words() == null || !asked.words().isRanked())) {
            request.error("sort", "words_needed");
        }
        return List.of(PUBLICATION, CLOSING, UPDATED, TITLE, value(request, asked, sort.contains(VALUE)), rank(sort));
    }

    static boolean isRanked(String sort) {
        return sort.contains(RELEVANCE);
    }

    /** NB: nobody wants the least relevant first, so both ways give the most relevant ones. */
    private static SortKey rank(String sort) {
        var sign = sort.contains("-" + RELEVANCE) ? "" : "-";
        return SortKey.of(RELEVANCE, sign + "ts_rank(t.search, asked.words)", "real");
    }

    private static SortKey value(Fields request, Asked asked, boolean isAsked) {
        var known = asked.knownValue();
        if (known != null) {
            return SortKey.of(VALUE, "t." + Words.of(known.of()) + "_value", "numeric");
        }
        var currency = request.text("currency", 0, 3).or("");
        var kind = request.word("value_of", ValueCriterion.Kind.class).or(ValueCriterion.Kind.ESTIMATED);
        if (isAsked && currency.isEmpty()) {
            request.error("currency", "currency_needed");
        }
        return SortKey.nullable(VALUE, column(Words.of(kind), currency), "numeric");
    }

    private static String column(String kind, String currency) {
        if (STORED.contains(currency)) {
            return "t." + kind + "_value_" + currency.toLowerCase(Locale.ROOT);
        }
        // NB: only letters come into the statement.
        var letters = currency.matches("[A-Z]{3}") ? currency : "";
        return "case when t.%1$s_currency = '%2$s' then t.%1$s_value end".formatted(kind, letters);
    }
}
