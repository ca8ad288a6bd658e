package org.quartermaster.procurement.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.criteria.Keywords;
import org.quartermaster.procurement.text.SearchField;
import org.quartermaster.procurement.text.SearchQuery;
import org.quartermaster.procurement.verdict.Texts;

/** The words of a search, and where they are looked for. */
record SearchWords(SearchQuery query, Set<SearchField> in) {

    /** Reads {@code q}, {@code exclude} and {@code q_in}; null where no word is asked for. */
    static SearchWords read(Fields query) {
        var words = SearchQuery.read(query);
        var in = EnumSet.noneOf(SearchField.class);
        in.addAll(query.words("q_in", SearchField.class));
        return words == null ? null : new SearchWords(words, in.isEmpty() ? Keywords.USUAL : Set.copyOf(in));
    }

    List<Part> conditions() {
        if (!in.contains(SearchField.DOCUMENTS) && isRanked()) {
            return List.of(new Part("t.search @@ cast(cast(? as text) as tsquery)", tsquery()));
        }
        var texts = Texts.of(in);
        var conditions = new ArrayList<Part>();
        query.groups().forEach(group -> conditions.add(texts.anyOf(group)));
        if (!query.excluded().isEmpty()) {
            conditions.add(texts.noneOf(query.excluded()));
        }
        return conditions;
    }

    /** True where there is something to look for, so that tenders can be more or less relevant. */
    boolean isRanked() {
        return !query.groups().isEmpty();
    }

    /** The text of a tsquery over the tender's own texts. */
    String tsquery() {
        return query.tsquery(SearchField.parts(in));
    }
}
