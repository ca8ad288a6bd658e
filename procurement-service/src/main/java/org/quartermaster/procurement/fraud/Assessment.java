package org.quartermaster.procurement.fraud;

import java.util.List;

/** What is to be thought of a request, and why. */
public record Assessment(Decision decision, int riskScore, Level level, List<Reason> reasons, ClientView client) {

    /** A part of a risk. */
    public record Reason(String code, int points) {}

    boolean has(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }
}
