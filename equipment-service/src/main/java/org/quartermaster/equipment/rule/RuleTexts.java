package org.quartermaster.equipment.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.quartermaster.equipment.alert.Explanation;
import org.quartermaster.equipment.alert.RuleAlert;
import org.quartermaster.equipment.rule.watch.FuelDrop;
import org.quartermaster.equipment.rule.watch.Reading;
import org.quartermaster.equipment.rule.watch.Step;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Messages;

/** What the alerts of rules say. */
final class RuleTexts {
    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private RuleTexts() {}

    static RuleAlert alert(AlertRule rule, Step step) {
        return switch (rule.kind) {
            case LOW_FUEL -> lowFuel(rule, step);
            case FUEL_DROP -> fuelDrop(rule, step);
            default -> threshold(rule, step);
        };
    }

    private static RuleAlert lowFuel(AlertRule rule, Step step) {
        var value = step.latest().value();
        return alert(
                rule,
                text(Locale.ENGLISH, "low_fuel", value),
                text(ARABIC, "low_fuel", value),
                explanation(rule, step, "explain_low_fuel", value, rule.raiseAt));
    }

    private static RuleAlert fuelDrop(AlertRule rule, Step step) {
        var fall = step.evidence().get(0).value().subtract(step.latest().value());
        var minutes = FuelDrop.WITHIN.toMinutes();
        return alert(
                rule,
                text(Locale.ENGLISH, "fuel_drop", fall),
                text(ARABIC, "fuel_drop", fall),
                explanation(rule, step, "explain_fuel_drop", fall, minutes, rule.raiseAt));
    }

    private static RuleAlert threshold(AlertRule rule, Step step) {
        var code = "explain_threshold_" + Words.of(rule.direction);
        var value = step.latest().value();
        return alert(
                rule,
                rule.name,
                rule.nameAr,
                explanation(rule, step, code, rule.measure, value, rule.raiseAt, rule.raiseCount));
    }

    /** That nothing was heard of a machine since a time. */
    static RuleAlert silent(AlertRule rule, int minutes, Instant since) {
        return alert(
                rule,
                text(Locale.ENGLISH, "silent", minutes),
                text(ARABIC, "silent", minutes),
                new Explanation(
                        text(Locale.ENGLISH, "explain_silent", since, minutes),
                        text(ARABIC, "explain_silent", since, minutes),
                        Words.of(rule.kind),
                        "minutes",
                        null,
                        since,
                        minutes,
                        null,
                        null,
                        List.of()));
    }

    private static RuleAlert alert(AlertRule rule, String text, String textAr, Explanation explanation) {
        return new RuleAlert(
                rule.kind.alertKind(), rule.ruleId, rule.dedupeKey(), rule.priority, text, textAr, explanation);
    }

    private static Explanation explanation(AlertRule rule, Step step, String code, Object... arguments) {
        var latest = step.latest();
        return new Explanation(
                text(Locale.ENGLISH, code, arguments),
                text(ARABIC, code, arguments),
                Words.of(rule.kind),
                rule.kind == RuleKind.FUEL_DROP ? Measure.FUEL : rule.measure,
                latest.value(),
                latest.at(),
                rule.raiseAt,
                rule.kind == RuleKind.FUEL_DROP ? null : latest.value().subtract(rule.raiseAt),
                null,
                step.evidence().stream().map(Reading::evidence).toList());
    }

    private static String text(Locale language, String code, Object... arguments) {
        var plain = new Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof BigDecimal number
                    ? number.stripTrailingZeros().toPlainString()
                    : String.valueOf(arguments[i]);
        }
        return Messages.text(language, code, plain);
    }
}
