package org.quartermaster.catalog.export;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** The kinds of exports by their names. */
@ApplicationScoped
class ExportSources {
    private final List<ExportSource> all;

    @Inject
    ExportSources(@All List<ExportSource> all) {
        this.all = all;
    }

    /** 404 for a name that no kind has. */
    ExportSource named(String kind) {
        return all.stream()
                .filter(source -> source.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
