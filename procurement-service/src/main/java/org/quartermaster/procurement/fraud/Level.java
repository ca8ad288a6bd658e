package org.quartermaster.procurement.fraud;

/** How grave a risk is. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    static Level of(int score) {
        return score >= 80 ? CRITICAL : score >= 60 ? HIGH : score >= 30 ? MEDIUM : LOW;
    }
}
