package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.quartermaster.platform.spool.Spool;

/** The spool of feed files. */
@ApplicationScoped
class ImportSpool {
    @Produces
    @Singleton
    Spool spool(ImportConfig config) {
        return new Spool(config);
    }
}
