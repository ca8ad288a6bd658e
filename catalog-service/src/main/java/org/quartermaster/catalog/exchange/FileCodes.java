package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.classification.ClassSystem;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.catalog.productclassification.ImportedClassifications;
import org.quartermaster.catalog.productclassification.ImportedClassifications.Given;
import org.quartermaster.platform.change.UnitOfWork;

/** The UNSPSC and ETIM codes that files give articles. */
@ApplicationScoped
class FileCodes {
    static final String UNSPSC = "unspsc";
    static final String ETIM = "etim_class";

    private static final Map<String, ClassSystem> SYSTEMS = Map.of(UNSPSC, ClassSystem.UNSPSC, ETIM, ClassSystem.ETIM);

    private final ImportedClassifications classifications;

    @Inject
    FileCodes(ImportedClassifications classifications) {
        this.classifications = classifications;
    }

    /** The codes of rows by their lines and columns, and the rows whose codes are not listed. */
    record Taken(Map<Long, Map<String, String>> codes, List<RowOutcome> refused) {
        boolean isRefused(FileRow row) {
            return refused.stream().anyMatch(outcome -> outcome.line() == row.line());
        }
    }

    /** Takes the codes out of the rows. */
    Uni<Taken> take(UnitOfWork unit, List<FileRow> rows) {
        var codes = new HashMap<Long, Map<String, String>>();
        var all = new HashSet<String>();
        for (var row : rows) {
            SYSTEMS.keySet().forEach(column -> {
                var code = row.text(column);
                row.cells().remove(column);
                if (!code.isEmpty()) {
                    codes.computeIfAbsent(row.line(), line -> new HashMap<>()).put(column, code);
                    all.add(code);
                }
            });
        }
        return all.isEmpty()
                ? Uni.createFrom().item(new Taken(codes, List.of()))
                : classifications.listed(unit, all).map(listed -> new Taken(codes, refused(codes, listed)));
    }

    private static List<RowOutcome> refused(Map<Long, Map<String, String>> codes, Set<String> listed) {
        var refused = new ArrayList<RowOutcome>();
        codes.forEach((line, given) -> given.entrySet().stream()
                .filter(code -> !listed.contains(code.getValue()))
                .findFirst()
                .ifPresent(code -> refused.add(RowOutcome.rejected(
                        line, code.getKey(), SYSTEMS.get(code.getKey()).word() + ".unknown"))));
        return refused;
    }

    /** Gives the codes to the articles that came of the rows. */
    Uni<List<RowOutcome>> keep(UnitOfWork unit, Taken taken, List<RowOutcome> outcomes, boolean trusted) {
        var given = new ArrayList<Given>();
        for (var outcome : outcomes) {
            if (outcome.after() instanceof ProductView product) {
                taken.codes()
                        .getOrDefault(outcome.line(), Map.of())
                        .forEach((column, code) ->
                                given.add(new Given(product.id(), product.name(), SYSTEMS.get(column), code)));
            }
        }
        return given.isEmpty()
                ? Uni.createFrom().item(outcomes)
                : classifications.keep(unit, given, trusted).map(changes -> outcomes.stream()
                        .map(outcome ->
                                outcome.after() instanceof ProductView product && changes.containsKey(product.id())
                                        ? outcome.with(changes.get(product.id()))
                                        : outcome)
                        .toList());
    }
}
