package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;

/** Writes rows of files as prices: what they say takes the place of what holds, and nothing that held is lost. */
@ApplicationScoped
public class PriceBatch {
    private static final String CURRENCY = "currency";

    private final PriceWriter writer;

    @Inject
    PriceBatch(PriceWriter writer) {
        this.writer = writer;
    }

    /** A row and what it changes. */
    private record Made(long line, FromNow change) {
        Price price() {
            return change.fresh().get(change.fresh().size() - 1);
        }
    }

    /** Writes the rows, each of which names its product by {@code product_id}. */
    public Uni<List<RowOutcome>> write(UnitOfWork unit, List<FileRow> rows) {
        var ids = rows.stream().map(row -> row.id("product_id")).distinct().toArray(Long[]::new);
        var codes = rows.stream().map(row -> row.text(CURRENCY)).distinct().toList();
        var outcomes = new ArrayList<RowOutcome>();
        return PriceTable.lockAll(unit, ids)
                .chain(products -> PriceTable.live(unit, ids).chain(live -> PriceTable.currencies(unit, codes)
                        .map(currencies -> made(rows, products, live, currencies, outcomes))
                        .chain(made -> save(unit, products, made))))
                .map(written -> {
                    outcomes.addAll(written);
                    return outcomes;
                });
    }

    private static List<Made> made(
            List<FileRow> rows,
            Map<Long, PricedProduct> products,
            List<Price> live,
            Set<String> currencies,
            List<RowOutcome> outcomes) {
        var standing =
                live.stream().collect(Collectors.groupingBy(row -> row.productId, HashMap::new, Collectors.toList()));
        var made = new ArrayList<Made>();
        for (var row : rows) {
            var product = products.get(row.id("product_id"));
            var ladder = standing.computeIfAbsent(product.id(), id -> new ArrayList<>());
            try {
                var cells = PriceCells.read(row, product);
                if (!row.text(CURRENCY).isEmpty() && !currencies.contains(row.text(CURRENCY))) {
                    throw Problem.invalid(CURRENCY, "reference.unknown");
                }
                var change = cells.change(ladder, product.now());
                if (change.isNothing()) {
                    outcomes.add(RowOutcome.unchanged(row.line(), null));
                } else {
                    ladder.removeAll(change.old());
                    ladder.addAll(change.fresh());
                    made.add(new Made(row.line(), change));
                }
            } catch (Problem wrong) {
                outcomes.add(RowOutcome.rejected(row.line(), wrong));
            }
        }
        return made;
    }

    private Uni<List<RowOutcome>> save(UnitOfWork unit, Map<Long, PricedProduct> products, List<Made> made) {
        if (made.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var changes = made.stream().map(Made::change).toList();
        var touched = made.stream().map(one -> one.price().productId).distinct().toList();
        var now = products.values().iterator().next().now();
        return writer.replaceAll(unit, changes, now)
                .chain(written -> writer.refreshAll(unit, touched, now).map(bases -> {
                    var rows = new HashMap<Long, Price>();
                    written.added().forEach(row -> rows.put(row.id, row));
                    written.superseded().forEach(row -> rows.put(row.id, row));
                    return made.stream()
                            .map(one -> outcome(
                                    one, products.get(one.price().productId), bases.get(one.price().productId), rows))
                            .toList();
                }));
    }

    private static RowOutcome outcome(Made made, PricedProduct product, BigDecimal base, Map<Long, Price> rows) {
        Function<Price, PriceView> shown = price -> PriceView.of(rows.getOrDefault(price.id, price));
        var added = made.change().fresh().stream().map(shown).toList();
        var gone = made.change().old().stream().map(shown).toList();
        var before = new PriceChange(
                product.id(), product.sku(), product.currency(), product.basePrice(), List.of(), List.of());
        var view = new PriceChange(product.id(), product.sku(), product.currency(), base, added, gone);
        var change = Change.of("price", Long.toString(product.id()), "changed", view, before);
        return RowOutcome.written(
                made.line(), gone.isEmpty() ? null : gone.get(0), shown.apply(made.price()), true, change);
    }
}
