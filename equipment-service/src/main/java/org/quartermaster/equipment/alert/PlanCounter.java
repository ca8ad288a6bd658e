package org.quartermaster.equipment.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.problem.Messages;

/**
 * One counter that a plan is held against.
 *
 * @param reading what it stands at: a number, or the time of evaluation for {@link Kind#DATE}
 * @param threshold the due point, of the same kind
 * @param remaining what is left in hours, km or days
 */
public record PlanCounter(Kind kind, Object reading, Instant readingAt, Object threshold, BigDecimal remaining) {
    /** What is counted. */
    public enum Kind {
        HOURS,
        KM,
        DATE
    }

    public Explanation explain(Instant forecast) {
        var counter = kind.name().toLowerCase(Locale.ROOT);
        var evidence = kind == Kind.DATE || readingAt == null
                ? List.<Explanation.Evidence>of()
                : List.of(new Explanation.Evidence(readingAt, null, reading));
        return new Explanation(
                text(Locale.ENGLISH),
                text(Locale.forLanguageTag("ar")),
                "plan",
                counter,
                reading,
                readingAt,
                threshold,
                remaining,
                forecast,
                evidence);
    }

    private String text(Locale language) {
        var passed = remaining.signum() < 0;
        var code = "explain_" + kind.name().toLowerCase(Locale.ROOT) + (passed ? "_passed" : "_left");
        return Messages.text(language, code, plain(reading), plain(threshold), plain(remaining.abs()));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(value).replaceFirst("T.*", "");
    }
}
