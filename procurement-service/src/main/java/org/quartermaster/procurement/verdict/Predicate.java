package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.criteria.Unknown;

/**
 * Criteria as a pure function of a tender's version and an instant, and the same as conditions of SQL: any miss is a
 * miss, all hits are a hit, all else is unknown.
 */
public final class Predicate {
    private final List<Rule> rules;

    private Predicate(List<Rule> rules) {
        this.rules = rules;
    }

    /** Compiles criteria. */
    public static Predicate of(Criteria criteria) {
        return new Predicate(Rules.of(criteria));
    }

    /** What the tender is to the criteria. */
    public Verdict judge(TenderVersion tender, Instant instant) {
        return judge(Subject.of(tender, instant));
    }

    Verdict judge(Subject subject) {
        var whole = Verdict.HIT;
        for (var rule : rules) {
            var verdict = rule.judge(subject).verdict();
            if (verdict == Verdict.MISS) {
                return Verdict.MISS;
            }
            whole = whole.and(verdict);
        }
        return whole;
    }

    /** True where the tender belongs to the answer: a hit, or unknown where the criteria include that. */
    public boolean admits(TenderVersion tender, Instant instant) {
        return admits(Subject.of(tender, instant));
    }

    boolean admits(Subject subject) {
        for (var rule : rules) {
            if (!rule.admits(rule.judge(subject).verdict())) {
                return false;
            }
        }
        return true;
    }

    /** Why the tender does, or does not, belong to the answer. */
    public Explanation explain(TenderVersion tender, Instant instant) {
        return explain(Subject.of(tender, instant));
    }

    Explanation explain(Subject subject) {
        var criteria =
                rules.stream().map(rule -> CriterionVerdict.of(rule, subject)).toList();
        var verdict = criteria.stream().map(CriterionVerdict::verdict).reduce(Verdict.HIT, Verdict::and);
        var isAdmitted = criteria.stream().allMatch(CriterionVerdict::passes);
        return new Explanation(
                verdict,
                isAdmitted,
                isAdmitted && verdict == Verdict.UNKNOWN,
                subject.tender().materialVersion(),
                criteria);
    }

    /** Conditions over procurement.tenders t all of which hold where {@link #admits} says so. */
    public List<Part> conditions(Instant instant) {
        return rules.stream().map(rule -> condition(rule, instant)).toList();
    }

    private static Part condition(Rule rule, Instant instant) {
        var hit = rule.hit(instant);
        var unknown = rule.unknown() == Unknown.INCLUDE ? rule.unknown(instant) : Optional.<Part>empty();
        if (unknown.isEmpty()) {
            return hit;
        }
        return anyOf(List.of(hit, unknown.get()));
    }

    /**
     * The condition that something is unknown of a tender that {@link #conditions} find; empty where they find none of
     * which that is so.
     */
    public Optional<Part> uncertain(Instant instant) {
        var unknown = rules.stream()
                .filter(rule -> rule.unknown() == Unknown.INCLUDE)
                .flatMap(rule -> rule.unknown(instant).stream())
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(anyOf(unknown));
    }

    private static Part anyOf(List<Part> parts) {
        var values = new ArrayList<Object>();
        parts.forEach(part -> values.addAll(List.of(part.values())));
        return new Part(
                "(" + parts.stream().map(Part::condition).collect(Collectors.joining(" or ")) + ")", values.toArray());
    }

    /**
     * A criterion by itself, over procurement.tenders t.
     *
     * @param hit holds for hits; false or null for all else
     * @param unknown holds where it is unknown; empty where it never is
     * @param admitsUnknown whether the unknown belongs to the answer
     */
    public record Condition(String criterion, Part hit, Optional<Part> unknown, boolean admitsUnknown) {}

    /** Each criterion as SQL, in the order in which {@link #explain} tells of them. */
    public List<Condition> criteria(Instant instant) {
        return rules.stream()
                .map(rule -> new Condition(
                        rule.name(), rule.hit(instant), rule.unknown(instant), rule.unknown() == Unknown.INCLUDE))
                .toList();
    }

    /** The keys that turn the most tenders away; empty where no rule has some. */
    Optional<Keys> keys() {
        return rules.stream().flatMap(rule -> rule.keys().stream()).min(Comparator.comparingDouble(Keys::cost));
    }
}
