package org.quartermaster.system.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartermaster.system.Platform;
import org.quartermaster.system.Streams;

/**
 * Clients write to all services while these and NATS are killed (SIGKILL) at times by chance; in the end every write
 * that was acknowledged and every event is accounted for. It takes minutes, so that the profile {@code faults} alone runs it.
 */
@Tag("long")
class LoadUnderFireTest {
    private static final int ROUNDS = Math.max(1, Integer.getInteger("kills") / 2);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static final Duration PACE = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteAndEveryEventIsThereOnce() throws Exception {
        System.out.println("load under fire with -Dseed=" + SEED);
        var random = new Random(SEED);
        var killed = new ArrayList<String>();
        try (var platform = Platform.start(folder, "demo");
                var load = Load.start(platform, random, PACE, Resource.values())) {
            var fire = new Fire(platform, random);
            for (var round = 0; round < ROUNDS; round++) {
                killed.addAll(fire.round());
            }
            load.end();

            var events = new Accounts(Streams.ofAll()).settle(load.writers());

            System.out.printf(
                    "%d kills %s, %d writes acknowledged, %d requests unanswered, %d events, %d delivered again, 0 lost%n",
                    killed.size(),
                    killed,
                    load.acknowledged(),
                    load.writers().stream().mapToInt(Writer::unanswered).sum(),
                    events,
                    Streams.ofAll().redeliveries());
        }
    }
}
