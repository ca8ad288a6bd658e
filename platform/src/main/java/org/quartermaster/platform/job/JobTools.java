package org.quartermaster.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.db.TenantDatabase;

/** What every run works with. */
@ApplicationScoped
final class JobTools {
    private final JobStore store;
    private final JobGuard guard;
    private final Writes writes;
    private final TenantDatabase database;

    @Inject
    JobTools(JobStore store, JobGuard guard, Writes writes, TenantDatabase database) {
        this.store = store;
        this.guard = guard;
        this.writes = writes;
        this.database = database;
    }

    JobStore store() {
        return store;
    }

    JobGuard guard() {
        return guard;
    }

    Writes writes() {
        return writes;
    }

    TenantDatabase database() {
        return database;
    }
}
