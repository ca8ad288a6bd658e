package org.quartermaster.platform.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits in tests for what happens in the background; with a description, for the day on which it does not. */
public final class Eventually {
    /** For a busy machine; nothing is judged by how long it took. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    /** @param what is waited for */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE);
    }
}
