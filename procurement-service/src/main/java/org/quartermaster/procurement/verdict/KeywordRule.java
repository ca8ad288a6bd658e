package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Unknown;
import org.quartermaster.procurement.text.Term;

/** Terms in the texts of a tender; never unknown. */
record KeywordRule(Mode mode, List<Term> terms, Texts texts) implements Rule {
    /** How many of the terms must be found. */
    enum Mode {
        ANY,
        ALL,
        NONE
    }

    @Override
    public String name() {
        return "keywords." + Words.of(mode);
    }

    @Override
    public Unknown unknown() {
        return Unknown.EXCLUDE;
    }

    @Override
    public Judgement judge(Subject subject) {
        return Judgement.of(isFulfilled(subject));
    }

    private boolean isFulfilled(Subject subject) {
        for (var term : terms) {
            if (texts.have(term, subject) != (mode == Mode.ALL)) {
                return mode == Mode.ANY;
            }
        }
        return mode != Mode.ANY;
    }

    @Override
    public Object expected() {
        return terms.stream().map(Term::text).toList();
    }

    /** The terms that are found. */
    @Override
    public Object actual(Subject subject) {
        return terms.stream()
                .filter(term -> texts.have(term, subject))
                .map(Term::text)
                .toList();
    }

    @Override
    public List<Evidence> evidence(Subject subject) {
        return texts.show(
                terms.stream().filter(term -> texts.have(term, subject)).toList(), subject);
    }

    @Override
    public Part hit(Instant instant) {
        if (mode != Mode.ALL) {
            return mode == Mode.ANY ? texts.anyOf(terms) : texts.noneOf(terms);
        }
        var each = terms.stream().map(term -> texts.anyOf(List.of(term))).toList();
        var values = new ArrayList<Object>();
        each.forEach(part -> values.addAll(List.of(part.values())));
        return new Part(each.stream().map(Part::condition).collect(Collectors.joining(" and ")), values.toArray());
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return Optional.empty();
    }

    @Override
    public Optional<Keys> keys() {
        return switch (mode) {
            case ANY -> Optional.of(TermKeys.anyOf(terms));
            case ALL -> Optional.of(TermKeys.longestOf(terms));
            case NONE -> Optional.empty();
        };
    }
}
