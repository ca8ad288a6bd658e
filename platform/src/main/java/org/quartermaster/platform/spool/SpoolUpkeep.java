package org.quartermaster.platform.spool;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;

/** Forgets the old files of the service's spool, where it has one. */
@ApplicationScoped
class SpoolUpkeep {
    private final Instance<Spool> spools;

    @Inject
    SpoolUpkeep(@Any Instance<Spool> spools) {
        this.spools = spools;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws IOException {
        for (var spool : spools) {
            spool.forget();
        }
    }
}
