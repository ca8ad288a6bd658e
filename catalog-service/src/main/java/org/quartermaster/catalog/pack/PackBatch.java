package org.quartermaster.catalog.pack;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.product.ProductLocks;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Fields;

/** Writes rows of files as packs of articles. */
@ApplicationScoped
public class PackBatch {
    private static final String PRODUCT = "product_id";

    private final RowTable<Pack> table;

    @Inject
    PackBatch(DatabaseJson json) {
        this.table = new RowTable<>(json, "catalog.productpack", Pack.class);
    }

    /** A row and the pack that it makes. */
    private record Made(long line, PackView before, Pack pack) {}

    /** Writes the rows, each of which names its article by {@code product_id}. */
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows) {
        var ids = rows.stream().map(row -> row.id(PRODUCT)).distinct().toArray(Long[]::new);
        var outcomes = new ArrayList<RowOutcome>();
        return ProductLocks.lock(unit, ids)
                .chain(() -> table.find(
                        unit,
                        "t.tenant_id = $1 and t.product_id = any ($2)",
                        unit.caller().tenant(),
                        ids))
                .map(packs -> made(rows, packs, outcomes))
                .chain(made -> save(unit, made))
                .map(written -> {
                    outcomes.addAll(written);
                    return outcomes;
                });
    }

    private static List<Made> made(List<FileRow> rows, List<Pack> packs, List<RowOutcome> outcomes) {
        var known = new HashMap<String, Pack>();
        packs.forEach(pack -> known.put(pack.productId + " " + pack.code, pack));
        var made = new ArrayList<Made>();
        for (var row : rows) {
            var pack = known.get(row.id(PRODUCT) + " " + Packs.code(row.text("code")));
            var before = pack == null ? null : PackView.of(pack);
            try {
                var now = applied(row, pack);
                if (before != null && PackView.of(now).equals(before)) {
                    outcomes.add(RowOutcome.unchanged(row.line(), before));
                } else {
                    made.add(new Made(row.line(), before, now));
                }
            } catch (Problem wrong) {
                outcomes.add(RowOutcome.rejected(row.line(), wrong));
            }
        }
        return made;
    }

    private static Pack applied(FileRow row, Pack known) {
        var cells = row.cells().deepCopy();
        cells.remove(PRODUCT);
        if (known != null) {
            Packs.apply(Fields.ofCells(cells), Saving.PART, known);
            return known;
        }
        var missing = Stream.of("code", "factor")
                .filter(field -> row.text(field).isEmpty())
                .map(field -> new FieldError(field, "missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        var pack = new Pack();
        pack.productId = row.id(PRODUCT);
        Packs.apply(Fields.ofCells(cells), Saving.WHOLE, pack);
        return pack;
    }

    private Uni<List<RowOutcome>> save(UnitOfWork unit, List<Made> made) {
        var added = packs(made, true);
        var changed = packs(made, false);
        var saved = new HashMap<String, Pack>();
        return (added.isEmpty() ? Uni.createFrom().item(added) : table.insert(unit, added))
                .invoke(packs -> packs.forEach(pack -> saved.put(pack.productId + " " + pack.code, pack)))
                .chain(() -> changed.isEmpty() ? Uni.createFrom().item(changed) : table.update(unit, changed))
                .invoke(packs -> packs.forEach(pack -> saved.put(pack.productId + " " + pack.code, pack)))
                .map(done -> made.stream().map(one -> outcome(one, saved)).toList());
    }

    private static List<Pack> packs(List<Made> made, boolean isNew) {
        return made.stream()
                .filter(one -> (one.before() == null) == isNew)
                .map(Made::pack)
                .toList();
    }

    private static RowOutcome outcome(Made made, Map<String, Pack> saved) {
        var now = PackView.of(saved.get(made.pack().productId + " " + made.pack().code));
        var before = made.before() == null ? Map.of() : Map.of("pack", made.before());
        var change = Change.of(Products.ENTITY, Long.toString(now.productId()), "updated", Map.of("pack", now), before);
        return RowOutcome.written(made.line(), made.before(), now, false, change);
    }
}
