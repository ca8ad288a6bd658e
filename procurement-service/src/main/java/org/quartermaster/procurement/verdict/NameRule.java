package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.procurement.criteria.Name;
import org.quartermaster.procurement.criteria.Names;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.criteria.Unknown;

/** Buyers or suppliers of whom a tender must have one, or none. */
record NameRule(Side side, boolean excludes, List<Name> names, Unknown unknown) implements Rule {
    @Override
    public String name() {
        return side.plural() + (excludes ? ".none" : ".any");
    }

    @Override
    public Judgement judge(Subject subject) {
        var isFound = names.stream().anyMatch(name -> has(name, subject));
        if (excludes) {
            return Judgement.unless(isFound, side.isKnown(subject));
        }
        if (side.isKnown(subject)) {
            return Judgement.of(isFound);
        }
        if (side == Side.SUPPLIER && subject.status() == TenderStatus.CANCELLED) {
            return new Judgement(Verdict.MISS, Reason.CANCELLED);
        }
        return Judgement.unknown(side == Side.BUYER ? Reason.NO_BUYER : Reason.NO_AWARD_YET);
    }

    private boolean has(Name name, Subject subject) {
        return name.term() == null
                ? side.entities(subject).contains(name.entityId())
                : side.texts().have(name.term(), subject);
    }

    @Override
    public Object expected() {
        return names.stream().map(Name::toString).toList();
    }

    @Override
    public Object actual(Subject subject) {
        return side.name(subject);
    }

    @Override
    public List<Evidence> evidence(Subject subject) {
        var found = names.stream().filter(name -> has(name, subject)).toList();
        return side.texts().show(Names.terms(found), subject);
    }

    @Override
    public ListQuery.Part hit(Instant instant) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var terms = Names.terms(names);
        if (!terms.isEmpty()) {
            var found = side.texts().anyOf(terms);
            conditions.add(found.condition());
            values.addAll(List.of(found.values()));
        }
        var entities = Names.entities(names);
        if (!entities.isEmpty()) {
            conditions.add(side.linked() + " = any (cast(? as uuid[]))" + side.linkedEnd());
            values.add(entities.toArray(UUID[]::new));
        }
        var any = "(" + String.join(" or ", conditions) + ")";
        return new ListQuery.Part(excludes ? any + " is not true" : any, values.toArray());
    }

    @Override
    public Optional<ListQuery.Part> unknown(Instant instant) {
        return excludes ? Optional.empty() : Optional.of(new ListQuery.Part(side.missing()));
    }

    @Override
    public Optional<Keys> keys() {
        if (excludes) {
            return Optional.empty();
        }
        var terms = TermKeys.anyOf(Names.terms(names));
        var keys = new ArrayList<>(terms.keys());
        Names.entities(names).forEach(entity -> keys.add(Keys.value(side.plural(), entity)));
        if (unknown == Unknown.INCLUDE) {
            keys.add(Keys.value(side.plural(), null));
        }
        var cost = terms.cost() + Names.entities(names).size() * 0.001 + (unknown == Unknown.INCLUDE ? 0.2 : 0);
        return Optional.of(new Keys(keys, cost));
    }
}
