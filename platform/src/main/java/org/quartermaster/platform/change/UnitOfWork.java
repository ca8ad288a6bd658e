package org.quartermaster.platform.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.quartermaster.platform.security.Caller;

/** One transaction of one caller, and what it changes. */
public final class UnitOfWork {
    private final Mutiny.Session session;
    private final Caller caller;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final List<Change> changes = new ArrayList<>();

    UnitOfWork(Mutiny.Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    public Mutiny.Session session() {
        return session;
    }

    public Caller caller() {
        return caller;
    }

    /** The one time of this transaction, in microseconds as PostgreSQL keeps it. */
    public Instant now() {
        return now;
    }

    /** Notes a change; its audit row and event are written when the work is done, in the same transaction. */
    public void changed(Change change) {
        changes.add(change);
    }

    List<Change> changes() {
        return changes;
    }
}
