package org.quartermaster.catalog.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.quartermaster.catalog.product.EnrichmentStatus;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Roles;

/** Enriches an article as a job. */
@ApplicationScoped
class EnrichmentKind implements JobKind {
    static final String NAME = "product.enrichment";
    static final String PRODUCT = "product_id";

    private final Enrichment enrichment;

    @Inject
    EnrichmentKind(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    /** What the job shows. */
    record Enriched(long productId, EnrichmentStatus enrichmentStatus, BigDecimal completeness) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.MANAGER;
    }

    /** What was enriched is found so. */
    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) {
        var id = run.parameters().path(PRODUCT).asLong();
        run.write(unit -> enrichment.mark(unit, id, Words.of(EnrichmentStatus.RUNNING)));
        try {
            var shown = run.write(unit -> enrichment.enrich(unit, id));
            return Outcome.succeeded(new Enriched(id, shown.enrichmentStatus(), shown.completeness()));
        } catch (Problem refused) {
            run.write(unit -> enrichment.mark(unit, id, Words.of(EnrichmentStatus.FAILED)));
            throw refused;
        }
    }
}
