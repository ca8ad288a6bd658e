package org.quartermaster.procurement.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.procurement.text.Part;
import org.quartermaster.procurement.text.SearchField;
import org.quartermaster.procurement.text.Term;

/** Terms in some texts of a tender: found in Java, found by SQL over procurement.tenders t, and shown. */
public final class Texts {
    private static final String IN_TENDER = "t.search @@ cast(cast(? as text) as tsquery)";

    /** NB: not correlated, so that the index of the chunks is asked once and not for each tender. */
    private static final String IN_CHUNK = """
            t.tender_id in (select d.tender_id from procurement.tender_documents d \
            join procurement.embeddings e on e.doc_id = d.doc_id \
            where e.search @@ cast(cast(? as text) as tsquery))\
            """;

    private final Set<Part> parts;
    private final boolean inDocuments;
    private final int hash;

    private Texts(Set<Part> parts, boolean inDocuments) {
        this.parts = parts;
        this.inDocuments = inDocuments;
        this.hash = Objects.hash(parts, inDocuments);
    }

    /** The texts of the given fields. */
    public static Texts of(Collection<SearchField> fields) {
        return new Texts(SearchField.parts(fields), fields.contains(SearchField.DOCUMENTS));
    }

    /** The names of a part that is no field of a search. */
    static Texts of(Part part) {
        return new Texts(Set.of(part), false);
    }

    boolean have(Term term, Subject subject) {
        return subject.found().have(term, this, () -> look(term, subject));
    }

    private boolean look(Term term, Subject subject) {
        return !parts.isEmpty() && subject.vector().has(term, parts)
                || inDocuments && subject.chunks().stream().anyMatch(chunk -> chunk.has(term));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Texts texts
                && (this == texts || inDocuments == texts.inDocuments && parts.equals(texts.parts));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The condition that one of the terms is found. */
    public ListQuery.Part anyOf(Collection<Term> terms) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (!parts.isEmpty()) {
            conditions.add(IN_TENDER);
            values.add(Term.anyOf(terms, parts));
        }
        if (inDocuments) {
            conditions.add(IN_CHUNK);
            values.add(Term.anyOf(terms, Set.of(Part.values())));
        }
        var sql = String.join(" or ", conditions);
        return new ListQuery.Part(conditions.size() == 1 ? sql : "(" + sql + ")", values.toArray());
    }

    /** The condition that none of the terms is found. */
    public ListQuery.Part noneOf(Collection<Term> terms) {
        var any = anyOf(terms);
        return new ListQuery.Part("(" + any.condition() + ") is not true", any.values());
    }

    /** The first passage of each text that has one of the terms. */
    List<Evidence> show(Collection<Term> terms, Subject subject) {
        return terms.stream()
                .flatMap(term -> subject.found().evidence(term, this, () -> show(term, subject)).stream())
                .toList();
    }

    private List<Evidence> show(Term term, Subject subject) {
        var found = new ArrayList<Evidence>();
        found.addAll(show(term, Part.TITLE, subject.tender().title(), subject));
        found.addAll(show(term, Part.DESCRIPTION, subject.tender().description(), subject));
        found.addAll(show(term, Part.BUYER, subject.tender().procuringEntity(), subject));
        found.addAll(show(term, Part.SUPPLIERS, subject.tender().winner(), subject));
        if (inDocuments) {
            subject.tender().chunks().stream()
                    .flatMap(chunk -> passage(term, "documents", chunk, subject).stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private List<Evidence> show(Term term, Part part, String text, Subject subject) {
        return text == null || !parts.contains(part)
                ? List.of()
                : passage(term, Words.of(part), text, subject).stream().toList();
    }

    private static Optional<Evidence> passage(Term term, String field, String text, Subject subject) {
        return term.find(subject.found().words(text)).map(place -> new Evidence(term.text(), field, place.in(text)));
    }
}
