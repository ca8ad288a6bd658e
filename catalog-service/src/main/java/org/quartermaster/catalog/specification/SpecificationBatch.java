package org.quartermaster.catalog.specification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.product.ProductLocks;
import org.quartermaster.catalog.product.ProductWords;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.provenance.Source;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** Writes rows of files as specifications of articles; what a better source said stays. */
@ApplicationScoped
public class SpecificationBatch {
    private static final String PRODUCT = "product_id";
    private static final String FEATURE = "feature_id";

    private final RowTable<Specification> table;
    private final Features features;

    @Inject
    SpecificationBatch(DatabaseJson json, Features features) {
        this.table = new RowTable<>(json, "catalog.productspecification", Specification.class);
        this.features = features;
    }

    /** A row and the specification that it makes. */
    private record Made(long line, SpecificationView before, Specification now) {
        String key() {
            return now.productId + " " + now.key();
        }
    }

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
                .chain(known -> features.of(unit, bound(rows)).map(bound -> made(rows, byKey(known), bound, outcomes)))
                .chain(made -> save(unit, made))
                .map(written -> {
                    outcomes.addAll(written);
                    return outcomes;
                });
    }

    private static Map<String, Specification> byKey(List<Specification> rows) {
        var byKey = new HashMap<String, Specification>();
        rows.forEach(row -> byKey.put(row.productId + " " + row.key(), row));
        return byKey;
    }

    private static List<Features.Bound> bound(List<FileRow> rows) {
        return rows.stream()
                .filter(row -> !row.text(FEATURE).isEmpty())
                .map(row -> new Features.Bound(row.id(PRODUCT), row.text(FEATURE)))
                .toList();
    }

    private static List<Made> made(
            List<FileRow> rows,
            Map<String, Specification> known,
            Map<Long, Map<String, Feature>> features,
            List<RowOutcome> outcomes) {
        var made = new ArrayList<Made>();
        rows.forEach(row -> make(row, known, features.getOrDefault(row.id(PRODUCT), Map.of()), made, outcomes));
        return made;
    }

    private static void make(
            FileRow row,
            Map<String, Specification> known,
            Map<String, Feature> features,
            List<Made> made,
            List<RowOutcome> outcomes) {
        var product = row.id(PRODUCT);
        var former = known.get(product + " " + key(row));
        var before = former == null ? null : SpecificationView.of(former);
        try {
            var now = applied(row, former, features);
            if (before != null && isSame(before, now)) {
                outcomes.add(RowOutcome.unchanged(row.line(), before));
            } else if (before != null && isBetter(before.source())) {
                outcomes.add(RowOutcome.skipped(row.line()));
            } else {
                now.source = Source.IMPORT.word();
                made.add(new Made(row.line(), before, now));
            }
        } catch (Problem wrong) {
            outcomes.add(RowOutcome.rejected(row.line(), wrong));
        }
    }

    private static String key(FileRow row) {
        var feature = row.text(FEATURE);
        return feature.isEmpty() ? "name " + row.text("spec_name").strip().toLowerCase(Locale.ROOT) : feature;
    }

    private static Specification applied(FileRow row, Specification former, Map<String, Feature> features) {
        var now = former == null ? new Specification() : former;
        now.productId = row.id(PRODUCT);
        var cells = row.cells().deepCopy();
        cells.remove(PRODUCT);
        var fields = Fields.ofCells(cells);
        SpecificationFields.apply(fields, former == null ? Saving.WHOLE : Saving.PART, now);
        fields.checkStrictly();
        SpecificationCheck.fill(List.of(now), features, "");
        return now;
    }

    /** NB: who says it is no difference. */
    private static boolean isSame(SpecificationView before, Specification now) {
        now.source = before.source();
        return SpecificationView.of(now).equals(before);
    }

    private static boolean isBetter(String source) {
        return Source.valueOf(source.toUpperCase(Locale.ROOT)).priority > Source.IMPORT.priority;
    }

    private Uni<List<RowOutcome>> save(UnitOfWork unit, List<Made> made) {
        var added = rows(made, true);
        var changed = rows(made, false);
        var saved = new HashMap<String, Specification>();
        return (added.isEmpty() ? Uni.createFrom().item(added) : table.insert(unit, added))
                .invoke(rows -> saved.putAll(byKey(rows)))
                .chain(() -> changed.isEmpty() ? Uni.createFrom().item(changed) : table.update(unit, changed))
                .invoke(rows -> saved.putAll(byKey(rows)))
                .chain(() -> ProductWords.refresh(
                        unit,
                        made.stream().map(one -> one.now().productId).distinct().toArray(Long[]::new)))
                .map(done -> made.stream()
                        .map(one -> outcome(one, saved.get(one.key())))
                        .toList());
    }

    private static List<Specification> rows(List<Made> made, boolean isNew) {
        return made.stream()
                .filter(one -> (one.before() == null) == isNew)
                .map(Made::now)
                .toList();
    }

    private static RowOutcome outcome(Made made, Specification saved) {
        var now = SpecificationView.of(saved);
        var before = made.before() == null ? Map.of() : Map.of("specification", made.before());
        var change = Change.of(
                Products.ENTITY, Long.toString(now.productId()), "updated", Map.of("specification", now), before);
        return RowOutcome.written(made.line(), made.before(), now, false, change);
    }
}
