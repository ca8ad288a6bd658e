package org.quartermaster.catalog.specification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.unit.Packing;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;

/** Keeps how articles are packed as their texts say it, of any number of articles at a time. */
@ApplicationScoped
public class PackingSpecifications {
    private final RowTable<Specification> table;

    @Inject
    PackingSpecifications(DatabaseJson json) {
        this.table = new RowTable<>(json, "catalog.productspecification", Specification.class);
    }

    /** Whether the text says how the article is packed. */
    public static boolean isIn(String text) {
        return !Packing.in(text, Units.standard()).isEmpty();
    }

    /** Reads the texts of locked articles; what a better source said stays. */
    public Uni<Void> read(UnitOfWork unit, Map<Long, String> texts) {
        return table.find(
                        unit,
                        "t.tenant_id = $1 and t.product_id = any ($2)",
                        unit.caller().tenant(),
                        texts.keySet().toArray(Long[]::new))
                .chain(rows -> save(unit, texts, rows));
    }

    private Uni<Void> save(UnitOfWork unit, Map<Long, String> texts, List<Specification> rows) {
        var former = new HashMap<String, Specification>();
        rows.forEach(row -> former.put(row.productId + " " + row.key(), row));
        var added = new ArrayList<Specification>();
        var changed = new ArrayList<Specification>();
        texts.forEach(
                (product, text) -> new SpecificationReader(List.of()).read(text).forEach(said -> {
                    said.productId = product;
                    var before = former.get(product + " " + said.key());
                    if (before == null) {
                        added.add(said);
                    } else if (ParsedSpecifications.isNewer(said, before)) {
                        said.id = before.id;
                        changed.add(said);
                    }
                }));
        return insert(unit, added)
                .chain(() -> changed.isEmpty() ? Uni.createFrom().item(List.of()) : table.update(unit, changed))
                .replaceWithVoid();
    }

    private Uni<List<Specification>> insert(UnitOfWork unit, List<Specification> added) {
        return added.isEmpty() ? Uni.createFrom().item(List.of()) : table.insert(unit, added);
    }
}
