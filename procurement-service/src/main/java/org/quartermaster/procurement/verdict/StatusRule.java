package org.quartermaster.procurement.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.procurement.criteria.TenderStatus;
import org.quartermaster.procurement.criteria.Unknown;

/** The status of a tender as it is at the instant; never unknown. */
record StatusRule(List<TenderStatus> wanted) implements Rule {
    private static final String CLOSED_TOO =
            "(t.status = any (cast(? as text[])) or t.status = 'open' and t.closing_date < ?)";
    private static final String OPEN_STILL = """
            (t.status = any (cast(? as text[])) and (t.status = 'open' and t.closing_date < ?) is not true)\
            """;

    @Override
    public String name() {
        return "statuses";
    }

    @Override
    public Unknown unknown() {
        return Unknown.EXCLUDE;
    }

    @Override
    public Judgement judge(Subject subject) {
        return Judgement.of(wanted.contains(subject.status()));
    }

    @Override
    public Object expected() {
        return wanted.stream().map(Words::of).toList();
    }

    @Override
    public Object actual(Subject subject) {
        return Words.of(subject.status());
    }

    /** NB: in a form that an index on (status, closing_date) serves. */
    @Override
    public Part hit(Instant instant) {
        var stored = (Object) wanted.stream().map(Words::of).toArray(String[]::new);
        var now = Columns.time(instant);
        if (wanted.contains(TenderStatus.OPEN) == wanted.contains(TenderStatus.CLOSED)) {
            return new Part("t.status = any (cast(? as text[]))", stored);
        }
        return new Part(wanted.contains(TenderStatus.CLOSED) ? CLOSED_TOO : OPEN_STILL, stored, now);
    }

    @Override
    public Optional<Part> unknown(Instant instant) {
        return Optional.empty();
    }
}
