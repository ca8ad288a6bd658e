package org.quartermaster.equipment.alert;

import java.time.Instant;
import java.util.List;

/**
 * Why there is an alert, so that no other call is needed to see it.
 *
 * @param rule what raised it: {@code plan}, {@code manual}, {@code fault} or the kind of rule
 * @param counter {@code hours}, {@code km}, {@code date} or the measure
 * @param reading what it stands at: a number, or a time for {@code date}
 * @param threshold what it is held against, of the same kind
 * @param remaining what is left in hours, km or days; negative when passed
 */
public record Explanation(
        String text,
        String textAr,
        String rule,
        String counter,
        Object reading,
        Instant readingAt,
        Object threshold,
        Object remaining,
        Instant forecast,
        List<Evidence> evidence) {

    /** A sample behind it. */
    public record Evidence(Instant recordedAt, String sampleId, Object value) {}

    static Explanation manual(String text, String textAr) {
        return new Explanation(text, textAr, "manual", null, null, null, null, null, null, List.of());
    }

    static Explanation fault(FaultAlert fault) {
        var text = fault.description() == null ? fault.title() : fault.title() + ": " + fault.description();
        return new Explanation(text, null, "fault", null, null, null, null, null, null, List.of());
    }
}
