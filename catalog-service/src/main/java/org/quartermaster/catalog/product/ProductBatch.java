package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.price.BasePrices;
import org.quartermaster.catalog.provenance.Observations;
import org.quartermaster.catalog.provenance.Source;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Slugs;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.HeavyWork;

/** Writes rows of files as articles: any number of them by a fixed number of statements. */
@ApplicationScoped
public class ProductBatch {
    private final RowTable<Product> table;
    private final RowTable<FoldedProduct> fresh;
    private final BasePrices prices;
    private final ObjectMapper json;

    @Inject
    ProductBatch(Products products, DatabaseJson rows, BasePrices prices, ObjectMapper json) {
        this.table = products.table();
        this.fresh = new RowTable<>(rows, Products.TABLE, FoldedProduct.class, "completeness");
        this.prices = prices;
        this.json = json;
    }

    /**
     * A row and the article that it makes.
     *
     * @param saysUnit whether it names the unit, which every article has
     */
    private record Made(long line, ProductView before, Product product, boolean saysUnit) {
        boolean isNew() {
            return before == null;
        }

        boolean isChanged() {
            return isNew() || !ProductView.of(product).equals(before);
        }
    }

    /**
     * Writes the rows, of which no two have one SKU. What is wrong with a row itself is an outcome; what the database
     * refuses fails them all. A field that a better source gave keeps its value.
     *
     * @param reference of the file, by which what it said is known
     * @param isCleaned whether a text counts as the same when it is, but for what cleaning takes out
     */
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows, String reference, boolean isCleaned) {
        var outcomes = new ArrayList<RowOutcome>();
        return KnownProducts.of(unit, table, rows)
                .chain(known -> HeavyWork.run(() -> {
                    var made = new ArrayList<Made>();
                    rows.forEach(row -> make(row, known, isCleaned, made, outcomes));
                    return made;
                }))
                .call(made -> slugs(unit, made))
                .chain(made -> save(unit, made, reference))
                .map(written -> {
                    outcomes.addAll(written);
                    return outcomes;
                });
    }

    private void make(FileRow row, KnownProducts known, boolean isCleaned, List<Made> made, List<RowOutcome> outcomes) {
        var product = known.byLine().get(row.line());
        var before = product == null ? null : ProductView.of(product);
        known.keepBetter(row);
        if (!known.hasCurrency(row)) {
            outcomes.add(RowOutcome.rejected(row.line(), "currency", "reference.unknown"));
        } else if (known.isSlugTaken(row)) {
            outcomes.add(RowOutcome.rejected(row.line(), "slug", "duplicate", "slug"));
        } else {
            try {
                JsonNode shown = before != null && isCleaned ? json.valueToTree(before) : null;
                var saysUnit = row.cells().has("base_uom");
                made.add(new Made(row.line(), before, ProductCells.applied(row, product, shown), saysUnit));
            } catch (Problem wrong) {
                outcomes.add(RowOutcome.rejected(row.line(), wrong));
            }
        }
    }

    private static Uni<Void> slugs(UnitOfWork unit, List<Made> made) {
        var nameless = made.stream()
                .map(Made::product)
                .filter(product -> product.slug == null)
                .toList();
        return nameless.isEmpty()
                ? Uni.createFrom().voidItem()
                : Slugs.free(
                                unit,
                                Products.TABLE,
                                nameless.stream().map(product -> product.name).toList())
                        .invoke(slugs -> {
                            for (var i = 0; i < slugs.size(); i++) {
                                nameless.get(i).slug = slugs.get(i);
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<List<RowOutcome>> save(UnitOfWork unit, List<Made> made, String reference) {
        var outcomes = new ArrayList<RowOutcome>();
        made.stream()
                .filter(one -> !one.isChanged())
                .forEach(one -> outcomes.add(RowOutcome.unchanged(one.line(), one.before())));
        var written = made.stream().filter(Made::isChanged).toList();
        if (written.isEmpty()) {
            return Uni.createFrom().item(outcomes);
        }
        return insert(unit, written)
                .chain(added -> update(unit, written).map(changed -> {
                    added.putAll(changed);
                    return added;
                }))
                .call(saved -> price(unit, written, saved))
                .call(saved -> observe(unit, written, saved, reference))
                .map(saved -> {
                    written.forEach(one -> outcomes.add(outcome(one, ProductView.of(saved.get(one.line())))));
                    return outcomes;
                });
    }

    private Uni<Map<Long, Product>> insert(UnitOfWork unit, List<Made> written) {
        var added = written.stream().filter(Made::isNew).toList();
        var rows = added.stream().map(one -> (FoldedProduct) one.product()).toList();
        var bySku = added.stream().collect(Collectors.toMap(one -> one.product().sku, Made::line));
        return rows.isEmpty()
                ? Uni.createFrom().item(new HashMap<>())
                : ProductWords.fill(unit, rows)
                        .chain(() -> fresh.insert(unit, rows))
                        .map(saved -> new HashMap<>(saved.stream()
                                .collect(Collectors.toMap(one -> bySku.get(one.sku), Function.identity()))));
    }

    private Uni<Map<Long, Product>> update(UnitOfWork unit, List<Made> written) {
        var changed = written.stream().filter(one -> !one.isNew()).toList();
        if (changed.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        changed.forEach(one -> one.product().enrichmentStatus = Words.of(EnrichmentStatus.PENDING));
        var lines = changed.stream().collect(Collectors.toMap(one -> one.product().id, Made::line));
        return table.update(unit, changed.stream().map(Made::product).toList())
                .call(saved -> ProductWords.refresh(unit, lines.keySet().toArray(Long[]::new)))
                .map(saved -> saved.stream().collect(Collectors.toMap(one -> lines.get(one.id), Function.identity())));
    }

    private Uni<Void> price(UnitOfWork unit, List<Made> written, Map<Long, Product> saved) {
        var wanted = written.stream()
                .filter(one -> BasePrice.isWritten(one.product(), one.before()))
                .map(one -> saved.get(one.line()))
                .map(product -> new BasePrices.Wanted(product.id, product.currency, product.baseUom, product.basePrice))
                .toList();
        return prices.setAll(unit, wanted);
    }

    private Uni<Void> observe(UnitOfWork unit, List<Made> written, Map<Long, Product> saved, String reference) {
        var first = new LinkedHashMap<Long, ObjectNode>();
        var further = new LinkedHashMap<Long, ObjectNode>();
        for (var one : written) {
            var product = saved.get(one.line());
            if (one.isNew()) {
                first.put(product.id, ProductCells.said(product, one.saysUnit()));
            } else {
                var now = json.<ObjectNode>valueToTree(ProductView.of(product));
                further.put(product.id, Observations.changed(now, json.valueToTree(one.before())));
            }
        }
        return Observations.chooseFirst(unit, Source.IMPORT, reference, first)
                .chain(() -> Observations.chooseAll(unit, Source.IMPORT, reference, further));
    }

    private static RowOutcome outcome(Made made, ProductView after) {
        var before = made.before();
        var isMaterial = made.isNew()
                || !(after.name().equals(before.name())
                        && after.status() == before.status()
                        && after.currency().equals(before.currency())
                        && Objects.equals(after.basePrice(), before.basePrice()));
        var verb = made.isNew() ? "created" : "updated";
        return RowOutcome.written(
                made.line(),
                before,
                after,
                isMaterial,
                Change.of(Products.ENTITY, Long.toString(after.id()), verb, after, before));
    }
}
