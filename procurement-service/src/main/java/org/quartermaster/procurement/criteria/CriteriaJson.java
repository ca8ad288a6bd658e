package org.quartermaster.procurement.criteria;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.Term;

/** Criteria as JSON that {@link CriteriaReader} reads into the same criteria again. */
final class CriteriaJson {
    private CriteriaJson() {}

    static ObjectNode of(Criteria criteria) {
        var json = object();
        if (criteria.keywords() != null) {
            json.set("keywords", keywords(criteria.keywords()));
        }
        if (criteria.cpv() != null) {
            json.set("cpv", cpv(criteria.cpv()));
        }
        if (criteria.value() != null) {
            json.set("value", value(criteria.value()));
        }
        names(json, "buyers", criteria.buyers());
        names(json, "suppliers", criteria.suppliers());
        words(json, "procedures", criteria.procedures());
        words(json, "main_categories", criteria.mainCategories());
        words(json, "statuses", criteria.statuses());
        texts(json, "countries", criteria.countries());
        texts(json, "languages", criteria.languages());
        texts(json, "sources", criteria.sources());
        if (criteria.published() != null) {
            json.set("published", period(criteria.published()));
        }
        if (criteria.closing() != null) {
            json.set("closing", closing(criteria.closing()));
        }
        return json.put("unknown", Words.of(criteria.unknown()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode keywords(Keywords keywords) {
        var json = object();
        texts(json, "any", keywords.any().stream().map(Term::text).toList());
        texts(json, "all", keywords.all().stream().map(Term::text).toList());
        texts(json, "none", keywords.none().stream().map(Term::text).toList());
        words(json, "in", keywords.in().stream().sorted().toList());
        return json;
    }

    private static ObjectNode cpv(CpvCriterion cpv) {
        var json = object();
        texts(json, "any", cpv.any().stream().map(Cpv::given).toList());
        texts(json, "none", cpv.none().stream().map(Cpv::given).toList());
        return json.put("scope", Words.of(cpv.scope()));
    }

    private static ObjectNode value(ValueCriterion value) {
        var json = object();
        number(json, "min", value.min());
        number(json, "max", value.max());
        json.put("currency", value.currency()).put("of", Words.of(value.of()));
        word(json, "unknown", value.unknown());
        return json;
    }

    private static void number(ObjectNode json, String name, BigDecimal number) {
        if (number != null) {
            var plain = number.stripTrailingZeros();
            json.put(name, plain.scale() < 0 ? plain.setScale(0) : plain);
        }
    }

    private static void names(ObjectNode json, String name, Names names) {
        if (names != null) {
            var both = json.putObject(name);
            texts(both, "any", names.any().stream().map(Name::toString).toList());
            texts(both, "none", names.none().stream().map(Name::toString).toList());
        }
    }

    private static ObjectNode period(Period period) {
        var json = object();
        bound(json, "from", period.from());
        bound(json, "to", period.to());
        return json;
    }

    private static void bound(ObjectNode json, String name, TimeBound bound) {
        if (bound != null) {
            json.put(name, bound.text());
        }
    }

    private static ObjectNode closing(ClosingCriterion closing) {
        var json = period(closing.period());
        if (closing.minDaysLeft() != null) {
            json.put("min_days_left", closing.minDaysLeft());
        }
        word(json, "unknown", closing.unknown());
        return json;
    }

    private static void word(ObjectNode json, String name, Enum<?> word) {
        if (word != null) {
            json.put(name, Words.of(word));
        }
    }

    private static void words(ObjectNode json, String name, Collection<? extends Enum<?>> words) {
        texts(json, name, words.stream().map(Words::of).toList());
    }

    private static void texts(ObjectNode json, String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            var list = json.putArray(name);
            texts.forEach(list::add);
        }
    }
}
