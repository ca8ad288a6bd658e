package org.quartermaster.procurement.criteria;

import java.time.Instant;
import org.quartermaster.platform.rest.Fields;

/** A stretch of time between two bounds that are within; one of them may be null. */
public record Period(TimeBound from, TimeBound to) {
    static Period read(Fields fields) {
        return read(fields, "from", "to");
    }

    /** Reads a stretch whose bounds have names of their own. */
    public static Period read(Fields fields, String from, String to) {
        var period = new Period(TimeBound.read(fields, from), TimeBound.read(fields, to));
        if (period.from != null && period.to != null && period.to.last().isBefore(period.from.first())) {
            fields.error(to, "range_backwards");
        }
        return period;
    }

    /** True where it has no bound. */
    public boolean isEmpty() {
        return from == null && to == null;
    }

    /** True where an instant lies within. */
    public boolean includes(Instant instant) {
        return (from == null || !instant.isBefore(from.first())) && (to == null || !instant.isAfter(to.last()));
    }
}
