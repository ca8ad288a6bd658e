package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.criteria.CpvCriterion.Scope;
import org.quartermaster.procurement.criteria.Unknown;

/** Subtrees of the CPV of which a tender must, or must not, have a code. */
record CpvRule(boolean excludes, List<Cpv> subtrees, Scope scope, Unknown unknown) implements Rule {
    @Override
    public String name() {
        return excludes ? "cpv.none" : "cpv.any";
    }

    private Set<String> prefixes(Subject subject) {
        return scope == Scope.ANY ? subject.prefixes() : subject.mainPrefixes();
    }

    private List<String> wanted() {
        return subtrees.stream().map(Cpv::prefix).toList();
    }

    @Override
    public Judgement judge(Subject subject) {
        var prefixes = prefixes(subject);
        var isFound = subtrees.stream().anyMatch(subtree -> prefixes.contains(subtree.prefix()));
        if (excludes) {
            return Judgement.unless(isFound, !prefixes.isEmpty());
        }
        return prefixes.isEmpty() ? Judgement.unknown(Reason.NO_CPV) : Judgement.of(isFound);
    }

    @Override
    public Object expected() {
        return subtrees.stream().map(Cpv::given).toList();
    }

    @Override
    public Object actual(Subject subject) {
        var tender = subject.tender();
        if (prefixes(subject).isEmpty()) {
            return null;
        }
        return scope == Scope.ANY ? tender.cpvCodes() : List.of(tender.mainCpv());
    }

    private String column() {
        return scope == Scope.ANY ? "t.cpv_prefixes" : "t.cpv_main_prefixes";
    }

    @Override
    public Part hit(Instant instant) {
        var found = column() + " && cast(? as text[])";
        return new Part(excludes ? "not (" + found + ")" : found, (Object) wanted().toArray(String[]::new));
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return excludes ? Optional.empty() : Optional.of(new Part("cardinality(" + column() + ") = 0"));
    }

    @Override
    public Optional<Keys> keys() {
        if (excludes) {
            return Optional.empty();
        }
        var keys = new ArrayList<String>();
        wanted().forEach(prefix -> keys.add(scope == Scope.ANY ? Keys.cpv(prefix) : Keys.mainCpv(prefix)));
        if (unknown == Unknown.INCLUDE) {
            keys.add(scope == Scope.ANY ? Keys.cpv("") : Keys.mainCpv(""));
        }
        var cost = wanted().stream()
                .mapToDouble(prefix -> 0.2 / Math.pow(3, prefix.length() - 1.0))
                .sum();
        return Optional.of(new Keys(keys, cost));
    }
}
