package org.quartermaster.procurement.fraud;

import java.util.List;
import java.util.stream.Stream;

/** What is to be thought of a request, and why. */
public record Assessment(Decision decision, int riskScore, Level level, List<Reason> reasons, ClientView client) {

    /** A part of a risk. */
    public record Reason(String code, int points) {}

    /** The same with more reasons, judged by the thresholds of another act. */
    Assessment with(List<Reason> more, RiskRules.Thresholds thresholds) {
        return RiskRules.assess(Stream.concat(reasons.stream(), more.stream()).toList(), client, thresholds);
    }

    boolean has(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }
}
