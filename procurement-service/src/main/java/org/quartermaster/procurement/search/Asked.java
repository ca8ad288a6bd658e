package org.quartermaster.procurement.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.criteria.Unknown;
import org.quartermaster.procurement.criteria.ValueCriterion;
import org.quartermaster.procurement.verdict.Predicate;

/**
 * Which tenders are asked for, whether by parameters or by criteria: all of it must be fulfilled.
 *
 * @param criteria all of which must be fulfilled
 * @param words or null
 * @param more what criteria do not know
 */
public record Asked(List<Criteria> criteria, SearchWords words, List<Part> more, boolean withDeleted) {

    /** Those that an alert with these criteria would find. */
    public static Asked of(Criteria criteria) {
        return new Asked(List.of(criteria), null, List.of(), false);
    }

    /** True where every tender is meant. */
    public boolean isEverything() {
        return criteria.stream().allMatch(Criteria::isEmpty) && words == null && more.isEmpty() && !withDeleted;
    }

    /** Conditions over procurement.tenders t, all of which must hold. */
    public List<Part> conditions(Instant instant) {
        var conditions = new ArrayList<Part>();
        if (!withDeleted) {
            conditions.add(new Part("t.deleted_at is null"));
        }
        if (words != null) {
            conditions.addAll(words.conditions());
        }
        criteria.forEach(each -> conditions.addAll(Predicate.of(each).conditions(instant)));
        conditions.addAll(more);
        return conditions.isEmpty() ? List.of(new Part("true")) : conditions;
    }

    /** The condition that a filter is unknown for a tender that was found; empty where no filter lets that pass. */
    Optional<Part> uncertain(Instant instant) {
        return criteria.stream()
                .flatMap(each -> Predicate.of(each).uncertain(instant).stream())
                .findFirst();
    }

    /** The same without what a facet chooses from. */
    Asked without(Facet facet) {
        return new Asked(criteria.stream().map(facet::without).toList(), words, more, withDeleted);
    }

    /** The subtrees of the CPV that are asked for or left out. */
    List<Cpv> cpv() {
        return criteria.stream().flatMap(each -> each.codes().stream()).toList();
    }

    /** The bounds of a value of which no other value and no unknown one is let pass; null without such. */
    ValueCriterion knownValue() {
        return criteria.stream()
                .filter(each -> each.value() != null && each.unknownValue() == Unknown.EXCLUDE)
                .map(Criteria::value)
                .findFirst()
                .orElse(null);
    }

    /** What the client asked for. NB: without the instant, which is another one on each page. */
    @Override
    public String toString() {
        var parts = more.stream()
                .map(part -> part.condition() + Arrays.deepToString(part.values()))
                .collect(Collectors.joining());
        var meant = criteria.stream().map(each -> each.toJson().toString()).collect(Collectors.joining());
        var text = words == null
                ? ""
                : words.tsquery() + words.in().stream().sorted().toList();
        return meant + text + parts + withDeleted;
    }
}
