package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.Period;
import org.quartermaster.procurement.criteria.Unknown;

/**
 * When a tender was published or closes; a null date is unknown.
 *
 * @param minDaysLeft days of 24 hours from the instant, or null
 */
record TimeRule(String name, Period period, Integer minDaysLeft, Unknown unknown) implements Rule {
    static final String PUBLISHED = "published";
    static final String CLOSING = "closing";

    private Instant date(Subject subject) {
        return name.equals(CLOSING)
                ? subject.tender().closing()
                : subject.tender().published();
    }

    private Instant earliest(Instant instant) {
        return instant.plus(minDaysLeft, ChronoUnit.DAYS);
    }

    @Override
    public Judgement judge(Subject subject) {
        var date = date(subject);
        if (date == null) {
            return Judgement.unknown(Reason.DATE_MISSING);
        }
        return Judgement.of(
                period.includes(date) && (minDaysLeft == null || !date.isBefore(earliest(subject.instant()))));
    }

    @Override
    public Object expected() {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("from", period.from() == null ? null : period.from().text());
        expected.put("to", period.to() == null ? null : period.to().text());
        if (minDaysLeft != null) {
            expected.put("min_days_left", minDaysLeft);
        }
        return expected;
    }

    @Override
    public Object actual(Subject subject) {
        var date = date(subject);
        return date == null ? null : date.toString();
    }

    @Override
    public Part hit(Instant instant) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (period.from() != null) {
            conditions.add(column() + " >= ?");
            values.add(Columns.time(period.from().first()));
        }
        if (period.to() != null) {
            conditions.add(column() + " <= ?");
            values.add(Columns.time(period.to().last()));
        }
        if (minDaysLeft != null) {
            conditions.add(column() + " >= ?");
            values.add(Columns.time(earliest(instant)));
        }
        return new Part("(" + String.join(" and ", conditions) + ")", values.toArray());
    }

    private String column() {
        return name.equals(CLOSING) ? "t.closing_date" : "t.publication_date";
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return Optional.of(new Part(column() + " is null"));
    }
}
