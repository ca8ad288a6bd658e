package org.quartermaster.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.Loop;
import org.quartermaster.platform.PlatformConfig;

/** Tells the active relay that there are new rows: in this process, or by a core NATS message in another replica. */
@ApplicationScoped
public final class Wake {
    private final NatsConnection nats;
    private final String subject;
    private volatile Loop active;

    @Inject
    Wake(PlatformConfig config, NatsConnection nats) {
        this.nats = nats;
        this.subject = "qm.wake." + config.service();
    }

    /** To be called after a commit; a commit without events does no harm. */
    public void up() {
        var relay = active;
        if (relay == null) {
            nats.tell(subject);
        } else {
            relay.ring();
        }
    }

    /** The relay of this process while it is the active one, else null. */
    void active(Loop relay) {
        active = relay;
    }

    String subject() {
        return subject;
    }
}
