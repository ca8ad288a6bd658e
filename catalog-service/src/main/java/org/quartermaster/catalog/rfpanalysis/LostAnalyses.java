package org.quartermaster.catalog.rfpanalysis;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.quartermaster.platform.change.DueRows;

/** Requests whose job was cancelled, or given up after it died again and again: they are said to have failed. */
@ApplicationScoped
class LostAnalyses {
    private static final String DUE = """
            select r.tenant_id, cast(r.id as text) from catalog.rfpdocument r
            where r.analysis_status in ('pending', 'analyzing') and r.updated_at < now() - interval '1 minute'
              and not exists (select from platform.job j
                where j.tenant_id = r.tenant_id and j.kind = 'rfp.analysis' and j.state in ('queued', 'running')
                  and cast(j.parameters as jsonb) ->> 'rfp_id' = cast(r.id as text))
            limit 100
            """;

    private final DueRows due;
    private final Analysis analysis;

    @Inject
    LostAnalyses(DueRows due, Analysis analysis) {
        this.due = due;
        this.analysis = analysis;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fail() throws SQLException {
        due.run("rfp-lost-analyses", DUE, (unit, id) -> analysis.fail(unit, Long.parseLong(id), "rfp.interrupted"));
    }
}
