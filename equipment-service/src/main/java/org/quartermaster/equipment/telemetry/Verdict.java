package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.equipment.meter.Reading;
import org.quartermaster.platform.problem.Problem.FieldError;

/** What was found about one sample. */
final class Verdict {
    static final String POSITION_JUMP = "position_jump";

    private final Entry entry;
    private final Reading hours;
    private final Reading km;
    private final Place place;
    private boolean positionCounts;

    Verdict(Entry entry, Reading hours, Reading km, Place place, boolean positionCounts) {
        this.entry = entry;
        this.hours = hours;
        this.km = km;
        this.place = place;
        this.positionCounts = positionCounts;
    }

    Reading hours() {
        return hours;
    }

    Reading km() {
        return km;
    }

    Place place() {
        return place;
    }

    boolean positionCounts() {
        return positionCounts;
    }

    void positionCountsNow() {
        positionCounts = true;
    }

    static BigDecimal value(Reading reading) {
        return reading == null ? null : reading.value();
    }

    static BigDecimal total(Reading reading) {
        return reading == null ? null : reading.total();
    }

    Double lat() {
        return place == null ? null : place.lat();
    }

    Double lon() {
        return place == null ? null : place.lon();
    }

    /** What is implausible, in words that name both values. */
    List<FieldError> doubts() {
        var doubts = new ArrayList<FieldError>();
        var names = entry.offer().names();
        doubt(doubts, names.hours(), hours, entry.hoursOffset());
        doubt(doubts, names.km(), km, entry.kmOffset());
        if (place != null && !positionCounts) {
            doubts.add(new FieldError(names.lat(), POSITION_JUMP));
        }
        return doubts;
    }

    private static void doubt(List<FieldError> doubts, String field, Reading reading, BigDecimal offset) {
        if (reading == null || reading.finding() == Reading.Finding.PLAUSIBLE) {
            return;
        }
        var code = code(reading);
        doubts.add(new FieldError(
                field,
                code,
                reading.value().add(offset).toPlainString(),
                reading.known().add(offset).toPlainString(),
                field.endsWith("km") ? "km" : "hours"));
    }

    static String code(Reading reading) {
        return switch (reading.finding()) {
            case BACKWARDS -> "hours_backwards";
            case AHEAD -> "hours_ahead";
            case JUMP -> "hours_jump";
            case PLAUSIBLE -> null;
        };
    }
}
