package org.quartermaster.catalog.safety;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.quartermaster.platform.db.Words;

/** What severity times likelihood, each 1 to 5, means. */
public enum RiskLevel {
    LOW(1),
    MEDIUM(4),
    HIGH(9),
    CRITICAL(15);

    private final int from;

    RiskLevel(int from) {
        this.from = from;
    }

    @JsonCreator
    static RiskLevel named(String word) {
        return Words.find(RiskLevel.class, word).orElseThrow();
    }

    static RiskLevel of(int product) {
        RiskLevel level = LOW;
        for (RiskLevel higher : values()) {
            if (product >= higher.from) {
                level = higher;
            }
        }
        return level;
    }
}
