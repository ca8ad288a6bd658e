package org.quartermaster.system.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.quartermaster.local.LocalServers;
import org.quartermaster.system.Platform;

/** Ends services and NATS with SIGKILL, one after the other, in an order and at times by chance. */
record Fire(Platform platform, Random random) {
    private static final String NATS = "nats";
    private static final int LONGEST_MILLIS = 3_000;

    /** Kills each of them once. */
    List<String> round() throws IOException, InterruptedException {
        var victims = new ArrayList<>(platform.services());
        victims.add(NATS);
        Collections.shuffle(victims, random);
        for (var victim : victims) {
            pause();
            kill(victim);
            pause();
            start(victim);
        }
        return victims;
    }

    /** NB: chance is the point of it, so there is nothing to wait for. */
    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
    }

    private void kill(String victim) throws IOException {
        if (victim.equals(NATS)) {
            LocalServers.nats().kill();
        } else {
            platform.kill(victim);
        }
    }

    private void start(String victim) throws IOException {
        if (victim.equals(NATS)) {
            LocalServers.nats().start();
        } else {
            platform.start(victim);
        }
    }
}
