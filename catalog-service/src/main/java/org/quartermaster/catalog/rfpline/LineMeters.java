package org.quartermaster.catalog.rfpline;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/**
 * Counts what becomes of lines ({@code catalog_rfp_lines_total}, by matching and by people), and how sure matching was
 * of its first product ({@code catalog_match_confidence}).
 */
@ApplicationScoped
class LineMeters {
    private final MeterRegistry registry;
    private final DistributionSummary confidence;

    @Inject
    LineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.confidence = registry.summary("catalog.match.confidence");
    }

    void matched(UnitOfWork unit, List<MatchedLine> lines) {
        unit.afterCommit(() -> lines.forEach(line -> {
            count(line.status());
            if (line.confidence() != null) {
                confidence.record(line.confidence().doubleValue());
            }
        }));
    }

    void decided(UnitOfWork unit, LineStatus decision) {
        unit.afterCommit(() -> count(Words.of(decision)));
    }

    private void count(String outcome) {
        registry.counter("catalog.rfp.lines", "outcome", outcome).increment();
    }
}
