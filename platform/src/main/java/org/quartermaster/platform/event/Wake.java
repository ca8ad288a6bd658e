package org.quartermaster.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that there are new rows. */
@ApplicationScoped
public final class Wake {
    private final Semaphore bell = new Semaphore(0);

    public void up() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    void sleep(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
