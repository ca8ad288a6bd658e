package org.quartermaster.procurement.criteria;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.SearchField;
import org.quartermaster.procurement.text.Terms;

/** Reads criteria strictly: what it does not know is an error, and every error is noted. */
final class CriteriaReader {
    static final int MOST = 200;
    static final String MOST_MONEY = "99999999999999999999.9999";
    static final int MONEY_SCALE = 4;
    private static final int MOST_DAYS = 3_650;
    static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}");
    static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final Fields fields;

    CriteriaReader(Fields fields) {
        this.fields = fields;
    }

    Criteria read() {
        var criteria = new Criteria(
                keywords(fields.nested("keywords")),
                cpv(fields.nested("cpv")),
                value(fields.nested("value")),
                names(fields.nested("buyers")),
                names(fields.nested("suppliers")),
                words("procedures", Procedure.class),
                words("main_categories", MainCategory.class),
                words("statuses", TenderStatus.class),
                texts("countries", COUNTRY, text -> text.toUpperCase(Locale.ROOT)),
                texts("languages", LANGUAGE, text -> text.toLowerCase(Locale.ROOT)),
                texts("sources", SOURCE, UnaryOperator.identity()),
                published(fields.nested("published")),
                closing(fields.nested("closing")),
                fields.word("unknown", Unknown.class).or(Unknown.EXCLUDE));
        fields.refuseUnknown();
        return criteria;
    }

    private static Keywords keywords(Fields object) {
        var in = EnumSet.noneOf(SearchField.class);
        in.addAll(object.words("in", SearchField.class));
        var keywords = new Keywords(
                Terms.read(object, "any", MOST),
                Terms.read(object, "all", MOST),
                Terms.read(object, "none", MOST),
                in.isEmpty() ? Keywords.USUAL : Set.copyOf(in));
        return keywords.isEmpty() ? null : keywords;
    }

    private static CpvCriterion cpv(Fields object) {
        var cpv = new CpvCriterion(
                codes(object, "any"),
                codes(object, "none"),
                object.word("scope", CpvCriterion.Scope.class).or(CpvCriterion.Scope.ANY));
        return cpv.isEmpty() ? null : cpv;
    }

    private static List<Cpv> codes(Fields object, String name) {
        var codes = new ArrayList<Cpv>();
        var given = limited(object, name);
        for (var i = 0; i < given.size(); i++) {
            var code = Cpv.parse(given.get(i));
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                object.error(name + "[" + i + "]", "malformed_cpv");
            }
        }
        return codes;
    }

    private static ValueCriterion value(Fields object) {
        var min = object.decimal("min", MONEY_SCALE, "-" + MOST_MONEY, MOST_MONEY);
        var max = object.decimal("max", MONEY_SCALE, "-" + MOST_MONEY, MOST_MONEY);
        var currency = object.text("currency", 0, 3).value();
        var of = object.word("of", ValueCriterion.Kind.class);
        var unknown = object.word("unknown", Unknown.class);
        if (!min.given() && !max.given() && currency == null && !of.given() && !unknown.given()) {
            return null;
        }
        checkValue(object, new ValueCriterion(min.value(), max.value(), currency, null, null));
        return new ValueCriterion(
                min.value(), max.value(), currency, of.or(ValueCriterion.Kind.ESTIMATED), unknown.value());
    }

    private static void checkValue(Fields object, ValueCriterion value) {
        if (value.currency() == null) {
            object.error("currency", "currency_needed");
        } else if (!CURRENCY.matcher(value.currency()).matches()) {
            object.error("currency", "string_pattern", CURRENCY.pattern());
        }
        if (value.min() == null && value.max() == null) {
            object.error("min", "missing");
        } else if (value.min() != null && value.max() != null && value.min().compareTo(value.max()) > 0) {
            object.error("max", "range_backwards");
        }
    }

    private static Names names(Fields object) {
        var names = new Names(names(object, "any"), names(object, "none"));
        return names.isEmpty() ? null : names;
    }

    private static List<Name> names(Fields object, String list) {
        var names = new ArrayList<Name>();
        var given = limited(object, list);
        for (var i = 0; i < given.size(); i++) {
            var id = Ids.parse(given.get(i).strip());
            if (id.isPresent()) {
                names.add(new Name(null, id.get()));
            } else {
                Terms.read(object, list + "[" + i + "]", given.get(i)).forEach(term -> names.add(new Name(term, null)));
            }
        }
        return names;
    }

    private <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        return fields.words(name, type).stream().distinct().toList();
    }

    private List<String> texts(String name, Pattern form, UnaryOperator<String> written) {
        var texts = new ArrayList<String>();
        var given = limited(fields, name);
        for (var i = 0; i < given.size(); i++) {
            var text = written.apply(given.get(i).strip());
            if (form.matcher(text).matches()) {
                texts.add(text);
            } else {
                fields.error(name + "[" + i + "]", "string_pattern", form.pattern());
            }
        }
        return texts;
    }

    private static List<String> limited(Fields object, String name) {
        var given = object.texts(name);
        if (given.size() > MOST) {
            object.error(name, "too_many_values", MOST);
            return List.of();
        }
        return given;
    }

    private static Period published(Fields object) {
        var period = Period.read(object);
        return period.isEmpty() ? null : period;
    }

    private static ClosingCriterion closing(Fields object) {
        var closing = new ClosingCriterion(
                Period.read(object),
                object.integer("min_days_left", 0, MOST_DAYS).value(),
                object.word("unknown", Unknown.class).value());
        return closing.isEmpty() ? null : closing;
    }
}
