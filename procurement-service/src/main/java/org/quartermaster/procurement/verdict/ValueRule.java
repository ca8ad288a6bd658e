package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Unknown;
import org.quartermaster.procurement.criteria.ValueCriterion;
import org.quartermaster.procurement.verdict.TenderVersion.Money;

/** Bounds of a value; unknown where it is missing or in another currency. */
record ValueRule(ValueCriterion value, Unknown unknown) implements Rule {
    @Override
    public String name() {
        return "value";
    }

    private Money money(Subject subject) {
        return value.of() == ValueCriterion.Kind.ESTIMATED
                ? subject.tender().estimated()
                : subject.tender().actual();
    }

    @Override
    public Judgement judge(Subject subject) {
        var money = money(subject);
        if (!money.isIn(value.currency())) {
            return Judgement.unknown(money.amount() == null ? Reason.VALUE_MISSING : Reason.OTHER_CURRENCY);
        }
        return Judgement.of((value.min() == null || money.amount().compareTo(value.min()) >= 0)
                && (value.max() == null || money.amount().compareTo(value.max()) <= 0));
    }

    @Override
    public Object expected() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("min", value.min());
        expected.put("max", value.max());
        expected.put("currency", value.currency());
        return expected;
    }

    @Override
    public Object actual(Subject subject) {
        var money = money(subject);
        return money.amount() == null ? null : money;
    }

    @Override
    public Part hit(Instant instant) {
        var amount = column() + "_value";
        var sql = new StringBuilder("(" + column() + "_currency = ?");
        var values = new ArrayList<Object>();
        values.add(value.currency());
        if (value.min() != null) {
            sql.append(" and ").append(amount).append(" >= ?");
            values.add(value.min());
        }
        if (value.max() != null) {
            sql.append(" and ").append(amount).append(" <= ?");
            values.add(value.max());
        }
        return new Part(sql + ")", values.toArray());
    }

    private String column() {
        return value.of() == ValueCriterion.Kind.ESTIMATED ? "t.estimated" : "t.actual";
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return Optional.of(new Part(
                "(" + column() + "_value is null or " + column() + "_currency is distinct from ?)", value.currency()));
    }
}
