package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Unknown;

/** A list of values of which a tender must have one. */
record ChoiceRule(Choice choice, List<String> wanted, Unknown unknown) implements Rule {
    @Override
    public String name() {
        return Words.of(choice);
    }

    @Override
    public Judgement judge(Subject subject) {
        var value = choice.value(subject);
        return value == null ? Judgement.unknown(Reason.NOT_STATED) : Judgement.of(wanted.contains(value));
    }

    @Override
    public Object expected() {
        return wanted;
    }

    @Override
    public Object actual(Subject subject) {
        return choice.value(subject);
    }

    @Override
    public Part hit(Instant instant) {
        return new Part(choice.sql() + " = any (cast(? as text[]))", (Object) wanted.toArray(String[]::new));
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return Optional.of(new Part(choice.sql() + " is null"));
    }

    @Override
    public Optional<Keys> keys() {
        var keys = new ArrayList<String>();
        wanted.forEach(value -> keys.add(Keys.value(name(), value)));
        if (unknown == Unknown.INCLUDE) {
            keys.add(Keys.value(name(), null));
        }
        return Optional.of(new Keys(keys, choice.cost() * wanted.size()));
    }
}
