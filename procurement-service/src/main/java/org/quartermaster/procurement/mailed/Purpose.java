package org.quartermaster.procurement.mailed;

import java.time.Duration;
import java.util.Locale;

/** What a mailed token is good for, and how long. */
public enum Purpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration life;

    Purpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
