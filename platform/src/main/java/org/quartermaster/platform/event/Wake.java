package org.quartermaster.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.PlatformConfig;

/** Tells the active relay that there are new rows: in this process, or by a core NATS message in another replica. */
@ApplicationScoped
public final class Wake {
    private final NatsConnection nats;
    private final String subject;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean active;

    @Inject
    Wake(PlatformConfig config, NatsConnection nats) {
        this.nats = nats;
        this.subject = "qm.wake." + config.service();
    }

    public void up() {
        if (active) {
            ring();
        } else {
            nats.tell(subject);
        }
    }

    /** Whether the relay of this process is the active one. */
    void active(boolean now) {
        active = now;
    }

    String subject() {
        return subject;
    }

    void ring() {
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
