package org.quartermaster.procurement.explain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.criteria.Criteria;

/** Dry runs as they are asked for: at once, or as a job over more tenders than a request may wait for. */
@ApplicationScoped
class Previews {
    private final DryRun dryRun;
    private final Writes writes;
    private final Jobs jobs;
    private final SystemConfig config;

    @Inject
    Previews(DryRun dryRun, Writes writes, Jobs jobs, SystemConfig config) {
        this.dryRun = dryRun;
        this.writes = writes;
        this.jobs = jobs;
        this.config = config;
    }

    Uni<Answer> of(Caller caller, Criteria criteria, int days) {
        return dryRun.size(caller, days)
                .chain(size -> size > config.integer("alerts.dry_run_sync_rows")
                        ? queue(caller, criteria, days)
                        : dryRun.run(caller, criteria, days).map(view -> Answer.ok(view, null)));
    }

    private Uni<Answer> queue(Caller caller, Criteria criteria, int days) {
        var parameters = PreviewKind.parameters(criteria, days);
        return writes.write(caller, unit -> jobs.queue(unit, PreviewKind.NAME, parameters))
                .map(Jobs::accepted);
    }
}
