package org.quartermaster.procurement.criteria;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.procurement.cpv.Cpv;
import org.quartermaster.procurement.text.Terms;

/** Reads criteria from the parameters of a search; the values of a list are parted by commas, or repeated. */
public final class CriteriaQuery {
    private final Fields query;

    private CriteriaQuery(Fields query) {
        this.query = query;
    }

    /** All criteria but words, and buyers and suppliers by their ids; wrong ones are noted. */
    public static Criteria read(Fields query) {
        return new CriteriaQuery(query).criteria();
    }

    /** Buyers and suppliers by their ids, both of which a search may ask for beside their names. */
    public static Criteria readIds(Fields query) {
        var reader = new CriteriaQuery(query);
        return of(reader.ids("buyer_id"), reader.ids("supplier_id"));
    }

    private static Criteria of(Names buyers, Names suppliers) {
        return new Criteria(
                null,
                null,
                null,
                buyers,
                suppliers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                Unknown.EXCLUDE);
    }

    /** The values of a list; noted as wrong where there are too many. */
    public static List<String> list(Fields query, String name) {
        var values = query.texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (values.size() > CriteriaReader.MOST) {
            query.error(name, "too_many_values", CriteriaReader.MOST);
            return List.of();
        }
        return values;
    }

    private Criteria criteria() {
        return new Criteria(
                null,
                cpv(),
                value(),
                names("buyer"),
                names("supplier"),
                words("procedure", Procedure.class),
                words("main_category", MainCategory.class),
                words("status", TenderStatus.class),
                texts("country", CriteriaReader.COUNTRY, text -> text.toUpperCase(Locale.ROOT)),
                texts("language", CriteriaReader.LANGUAGE, text -> text.toLowerCase(Locale.ROOT)),
                texts("source", CriteriaReader.SOURCE, UnaryOperator.identity()),
                published(),
                closing(),
                Unknown.EXCLUDE);
    }

    private CpvCriterion cpv() {
        var codes = new ArrayList<Cpv>();
        for (var text : list(query, "cpv")) {
            Cpv.parse(text).ifPresentOrElse(codes::add, () -> query.error("cpv", "malformed_cpv"));
        }
        var scope = query.word("cpv_scope", CpvCriterion.Scope.class).or(CpvCriterion.Scope.ANY);
        return codes.isEmpty() ? null : new CpvCriterion(codes, List.of(), scope);
    }

    /** NB: a currency without a bound is no filter; it may be that of the order. */
    private ValueCriterion value() {
        var most = CriteriaReader.MOST_MONEY;
        var min = query.decimal("min_value", CriteriaReader.MONEY_SCALE, "-" + most, most);
        var max = query.decimal("max_value", CriteriaReader.MONEY_SCALE, "-" + most, most);
        var currency = query.text("currency", 0, 3).value();
        var kind = query.word("value_of", ValueCriterion.Kind.class).or(ValueCriterion.Kind.ESTIMATED);
        var unknown = query.word("unknown_value", Unknown.class).or(Unknown.EXCLUDE);
        if (currency != null && !CriteriaReader.CURRENCY.matcher(currency).matches()) {
            query.error("currency", "string_pattern", CriteriaReader.CURRENCY.pattern());
        }
        if (!min.given() && !max.given()) {
            return null;
        }
        if (currency == null) {
            query.error("currency", "currency_needed");
        }
        if (min.value() != null && max.value() != null && min.value().compareTo(max.value()) > 0) {
            query.error("max_value", "range_backwards");
        }
        return new ValueCriterion(min.value(), max.value(), currency, kind, unknown);
    }

    /** NB: only repeated, as names have commas. */
    private Names names(String name) {
        var given = query.texts(name);
        if (given.size() > CriteriaReader.MOST) {
            query.error(name, "too_many_values", CriteriaReader.MOST);
        }
        var names = given.stream()
                .flatMap(text -> Terms.read(query, name, text).stream())
                .map(term -> new Name(term, null))
                .toList();
        return names.isEmpty() ? null : new Names(names, List.of());
    }

    private Names ids(String name) {
        var ids = new ArrayList<UUID>();
        for (var text : list(query, name)) {
            Ids.parse(text).ifPresentOrElse(ids::add, () -> query.error(name, "uuid_parsing"));
        }
        return ids.isEmpty()
                ? null
                : new Names(ids.stream().map(id -> new Name(null, id)).toList(), List.of());
    }

    private <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        return query.words(name, type).stream().distinct().toList();
    }

    private List<String> texts(String name, Pattern form, UnaryOperator<String> written) {
        var texts = list(query, name).stream().map(written).toList();
        if (!texts.stream().allMatch(text -> form.matcher(text).matches())) {
            query.error(name, "string_pattern", form.pattern());
        }
        return texts;
    }

    private Period published() {
        var period = Period.read(query, "published_from", "published_to");
        return period.isEmpty() ? null : period;
    }

    private ClosingCriterion closing() {
        var period = Period.read(query, "closing_from", "closing_to");
        var unknown = query.word("unknown_closing", Unknown.class).or(Unknown.EXCLUDE);
        return period.isEmpty() ? null : new ClosingCriterion(period, null, unknown);
    }
}
