package org.quartermaster.equipment.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Work for tests that must not be begun twice. */
@ApplicationScoped
class FragileKind implements JobKind {
    static final String NAME = "test.fragile";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public Outcome run(JobRun run) {
        return Outcome.succeeded(null);
    }
}
