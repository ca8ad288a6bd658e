package org.quartermaster.procurement.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.criteria.Criteria;

/** A dry run over more tenders than a request may wait for. */
@ApplicationScoped
class PreviewKind implements JobKind {
    static final String NAME = "alerts.preview";

    private final DryRun dryRun;

    @Inject
    PreviewKind(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    /** What {@link #run} reads. */
    static ObjectNode parameters(Criteria criteria, int days) {
        var parameters = JsonNodeFactory.instance.objectNode().put("days", days);
        parameters.set("criteria", criteria.toJson());
        return parameters;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.VIEWER;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) {
        var criteria = Criteria.stored((ObjectNode) run.parameters().get("criteria"));
        var days = run.parameters().get("days").intValue();
        return Outcome.succeeded(run.await(() -> dryRun.run(run.caller(), criteria, days)));
    }
}
