package org.quartermaster.procurement.imports;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.quartermaster.platform.spool.Spool;

/** The spool of OCDS files. */
@Singleton
class ImportSpool {
    private final Spool spool;

    @Inject
    ImportSpool(ImportConfig config) {
        spool = new Spool(config);
    }

    @Produces
    @Singleton
    Spool spool() {
        return spool;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws IOException {
        spool.forget();
    }
}
