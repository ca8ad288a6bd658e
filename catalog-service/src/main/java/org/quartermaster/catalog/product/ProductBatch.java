package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.catalog.price.BasePrices;
import org.quartermaster.catalog.provenance.Observations;
import org.quartermaster.catalog.provenance.Source;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.catalog.row.Slugs;
import org.quartermaster.platform.change.InTurn;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Fields;

/** Writes rows of files as articles, many at a time; who writes tells of the changes. */
@ApplicationScoped
public class ProductBatch {
    private static final String KNOWN = """
            t.tenant_id = $1 and t.deleted_at is null
              and t.sku_upper = any (select upper(s) from unnest($2::text[]) s) order by t.id for no key update
            """;
    private static final String LINES = """
            select u.line, p.id from unnest($2::bigint[], $3::text[]) as u (line, sku)
            join catalog.product p on p.tenant_id = $1 and p.deleted_at is null and p.sku_upper = upper(u.sku)
            """;

    private static final String HELD = """
            select product_id, field from catalog.productfieldsource
            where tenant_id = $1 and product_id = any ($2) and is_chosen and priority > $3
            """;

    private final RowTable<Product> table;
    private final BasePrices prices;
    private final ObjectMapper json;

    @Inject
    ProductBatch(Products products, BasePrices prices, ObjectMapper json) {
        this.table = products.table();
        this.prices = prices;
        this.json = json;
    }

    /** A row and the article that it makes. */
    private record Made(long line, ProductView before, Product product) {
        boolean isNew() {
            return before == null;
        }
    }

    /**
     * Writes the rows, of which no two have one SKU. What is wrong with a row itself is an outcome; what the database
     * refuses fails them all. A field that a better source gave keeps its value.
     */
    public Uni<List<ImportedOutcome>> write(UnitOfWork unit, List<ImportedProduct> rows, String reference) {
        var outcomes = new ArrayList<ImportedOutcome>();
        return known(unit, rows)
                .call(known -> keepBetter(unit, rows, known))
                .map(known -> made(rows, known, outcomes))
                .call(made -> slugs(unit, made))
                .chain(made -> save(unit, made, reference))
                .map(saved -> {
                    outcomes.addAll(saved);
                    return outcomes;
                });
    }

    private Uni<Map<Long, Product>> known(UnitOfWork unit, List<ImportedProduct> rows) {
        var tenant = unit.caller().tenant();
        var skus = rows.stream().map(ImportedProduct::sku).toArray(String[]::new);
        var lines = rows.stream().map(ImportedProduct::line).toArray(Long[]::new);
        return table.find(unit, KNOWN, tenant, skus).chain(products -> unit.run(LINES, tenant, lines, skus)
                .map(found -> {
                    var byId = new HashMap<Long, Product>();
                    products.forEach(product -> byId.put(product.id, product));
                    var byLine = new HashMap<Long, Product>();
                    found.forEach(row -> byLine.put(row.getLong("line"), byId.get(row.getLong("id"))));
                    byLine.values().removeIf(product -> product == null);
                    return byLine;
                }));
    }

    private static Uni<Void> keepBetter(UnitOfWork unit, List<ImportedProduct> rows, Map<Long, Product> known) {
        var ids = known.values().stream().map(product -> product.id).toArray(Long[]::new);
        return unit.run(HELD, unit.caller().tenant(), ids, Source.IMPORT.priority)
                .invoke(found -> {
                    var held = new HashMap<Long, List<String>>();
                    found.forEach(row -> held.computeIfAbsent(row.getLong("product_id"), id -> new ArrayList<>())
                            .add(row.getString("field")));
                    rows.stream()
                            .filter(row -> known.containsKey(row.line()))
                            .forEach(row -> row.cells().remove(held.getOrDefault(known.get(row.line()).id, List.of())));
                })
                .replaceWithVoid();
    }

    private List<Made> made(List<ImportedProduct> rows, Map<Long, Product> known, List<ImportedOutcome> outcomes) {
        var made = new ArrayList<Made>();
        for (var row : rows) {
            var product = known.get(row.line());
            var before = product == null ? null : ProductView.of(product);
            try {
                made.add(new Made(row.line(), before, applied(row, product)));
            } catch (Problem wrong) {
                outcomes.add(ImportedOutcome.rejected(row.line(), wrong.errors()));
            }
        }
        return made;
    }

    /** NB: the writing of its key, such as small letters, is no change of an article. */
    private static Product applied(ImportedProduct row, Product known) {
        if (known == null) {
            requireNames(row);
            var product = new Product();
            ProductFields.apply(Fields.ofCells(row.cells()), Saving.WHOLE, product);
            return product;
        }
        var sku = known.sku;
        ProductFields.apply(Fields.ofCells(row.cells()), Saving.PART, known);
        known.sku = sku;
        return known;
    }

    /** NB: cells leave fields as they are, so that fields of cells ask for no more than that they are not cleared. */
    private static void requireNames(ImportedProduct row) {
        var missing = Stream.of("sku", "name")
                .filter(field -> !row.cells().has(field))
                .map(field -> new FieldError(field, "missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    /** NB: a second article of one name in the same rows takes its SKU into its slug. */
    private static Uni<Void> slugs(UnitOfWork unit, List<Made> made) {
        var taken = new HashSet<String>();
        return InTurn.each(
                made.stream().filter(one -> one.product().slug == null).toList(),
                one -> Slugs.free(unit, Products.TABLE, one.product().name)
                        .chain(slug -> taken.add(slug)
                                ? Uni.createFrom().item(slug)
                                : Slugs.free(unit, Products.TABLE, one.product().name + " " + one.product().sku))
                        .invoke(slug -> one.product().slug = slug));
    }

    private Uni<List<ImportedOutcome>> save(UnitOfWork unit, List<Made> made, String reference) {
        var outcomes = new ArrayList<ImportedOutcome>();
        var fresh = made.stream().filter(Made::isNew).toList();
        var changed = made.stream().filter(one -> !one.isNew() && isChanged(one)).toList();
        made.stream()
                .filter(one -> !one.isNew() && !isChanged(one))
                .forEach(one -> outcomes.add(new ImportedOutcome(one.line(), one.before(), one.before(), List.of())));
        changed.forEach(one -> one.product().enrichmentStatus = Words.of(EnrichmentStatus.PENDING));
        return inserted(unit, fresh)
                .chain(() -> updated(unit, changed))
                .chain(() -> {
                    var written = new ArrayList<>(fresh);
                    written.addAll(changed);
                    return settle(unit, written, reference);
                })
                .invoke(outcomes::addAll)
                .replaceWith(outcomes);
    }

    private static boolean isChanged(Made one) {
        return !ProductView.of(one.product()).equals(one.before());
    }

    private Uni<Void> inserted(UnitOfWork unit, List<Made> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().voidItem()
                : table.insert(unit, products(fresh)).replaceWithVoid();
    }

    private Uni<Void> updated(UnitOfWork unit, List<Made> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : table.update(unit, products(changed)).replaceWithVoid();
    }

    private static List<Product> products(List<Made> made) {
        return made.stream().map(Made::product).toList();
    }

    /** Prices, sources and words, once the articles stand; then they are read as they are now. */
    private Uni<List<ImportedOutcome>> settle(UnitOfWork unit, List<Made> written, String reference) {
        if (written.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var rows = written.stream()
                .map(one -> new ImportedProduct(one.line(), json.createObjectNode().put("sku", one.product().sku)))
                .toList();
        return known(unit, rows)
                .call(saved -> InTurn.each(written, one -> {
                    var id = saved.get(one.line()).id;
                    var price = BasePrice.isWritten(one.product(), one.before())
                            ? prices.set(unit, id, one.product().basePrice)
                            : Uni.createFrom().voidItem();
                    return price.chain(() -> Observations.choose(unit, id, Source.IMPORT, reference, said(saved.get(one.line()), one.before())));
                }))
                .call(saved -> ProductWords.refresh(
                        unit, saved.values().stream().map(one -> one.id).toArray(Long[]::new)))
                .chain(() -> known(unit, rows))
                .map(saved -> written.stream()
                        .map(one -> new ImportedOutcome(
                                one.line(), one.before(), ProductView.of(saved.get(one.line())), List.of()))
                        .toList());
    }

    private ObjectNode said(Product saved, ProductView before) {
        ObjectNode former = before == null ? json.createObjectNode() : json.valueToTree(before);
        return Observations.changed(json.<ObjectNode>valueToTree(ProductView.of(saved)), former);
    }
}
