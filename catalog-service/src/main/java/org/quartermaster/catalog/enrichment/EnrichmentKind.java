package org.quartermaster.catalog.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.quartermaster.catalog.product.EnrichmentStatus;
import org.quartermaster.catalog.productclassification.ArticleProposals;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;

/** Enriches an article as a job; codes are suggested before its row is locked, as that may load a model. */
@ApplicationScoped
class EnrichmentKind implements JobKind {
    static final String NAME = "product.enrichment";
    static final String PRODUCT = "product_id";

    private final Enrichment enrichment;
    private final ArticleProposals proposals;

    @Inject
    EnrichmentKind(Enrichment enrichment, ArticleProposals proposals) {
        this.enrichment = enrichment;
        this.proposals = proposals;
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
        var begun = run.write(unit -> enrichment.begin(unit, id));
        try {
            var codes = run.await(() ->
                    proposals.suggest(run.caller(), CleanText.name(begun.name(), begun.sku()), begun.description()));
            var shown = run.write(unit -> proposals.keep(unit, id, codes).chain(() -> enrichment.enrich(unit, id)));
            return Outcome.succeeded(new Enriched(id, shown.enrichmentStatus(), shown.completeness()));
        } catch (RuntimeException failed) {
            run.write(unit -> enrichment.fail(unit, id, EnrichmentFailure.code(failed)));
            throw failed;
        }
    }
}
