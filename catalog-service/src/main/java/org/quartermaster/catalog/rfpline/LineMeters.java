package org.quartermaster.catalog.rfpline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/**
 * Counts what became of lines, each time that matching or a person says so ({@code catalog_rfp_lines_total}), and how
 * sure the surest match of each was ({@code catalog_match_confidence}).
 */
@ApplicationScoped
class LineMeters {
    private static final double[] BOUNDS =
            DoubleStream.iterate(1, n -> n < 10, n -> n + 1).map(n -> n / 10).toArray();

    private final Map<String, Counter> outcomes;
    private final DistributionSummary confidence;

    @Inject
    LineMeters(MeterRegistry meters) {
        this.outcomes = Arrays.stream(LineStatus.values())
                .filter(status -> status != LineStatus.EXTRACTED)
                .map(Words::of)
                .collect(Collectors.toMap(
                        Function.identity(), word -> meters.counter("catalog_rfp_lines", "outcome", word)));
        this.confidence = DistributionSummary.builder("catalog_match_confidence")
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    void matched(UnitOfWork unit, List<MatchedLine> lines) {
        unit.afterCommit(() -> lines.forEach(line -> {
            outcomes.get(line.status()).increment();
            if (line.confidence() != null) {
                confidence.record(line.confidence().doubleValue());
            }
        }));
    }

    void decided(UnitOfWork unit, LineStatus decision) {
        unit.afterCommit(() -> outcomes.get(Words.of(decision)).increment());
    }
}
