package org.quartermaster.catalog.price;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.quartermaster.catalog.price.LadderInput.Tier;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;

/**
 * Ladders as a whole. The one that begins at the same time is replaced, or without a time the one that holds now; any
 * other in whose time the new one falls is an overlap.
 */
@ApplicationScoped
class Ladders {
    private final PriceWriter writer;

    @Inject
    Ladders(PriceWriter writer) {
        this.writer = writer;
    }

    Uni<Answer> put(UnitOfWork unit, long productId, LadderInput input) {
        var like = input.like();
        return PriceTable.lock(unit, productId)
                .invoke(product -> {
                    like.productId = product.id();
                    like.uom = like.uom == null ? product.baseUom() : like.uom;
                })
                .call(() -> PriceBook.require(unit, like))
                .chain(product -> PriceTable.ladder(unit, like).chain(rows -> put(unit, product, input, rows)))
                .map(written -> LadderView.of(written.added()))
                .map(view -> Answer.ok(view, ETags.of(view.rows().get(0).id(), view.toString())));
    }

    private Uni<PriceWriter.Written> put(
            UnitOfWork unit, PricedProduct product, LadderInput input, List<Price> present) {
        var like = input.like();
        var old = present.stream()
                .filter(row -> isReplaced(row, like, product.now()))
                .toList();
        if (like.effectiveFrom == null) {
            like.effectiveFrom = begin(old, product.now());
        }
        PriceBook.requireUnit(like, product);
        present.stream()
                .filter(row -> !old.contains(row))
                .filter(like::overlaps)
                .findFirst()
                .ifPresent(PriceBook::refuse);
        var fresh = input.tiers().stream().map(tier -> row(like, tier)).toList();
        return PriceTable.number(unit, fresh)
                .invoke(() -> old.forEach(row -> row.supersededBy = successor(row, fresh)))
                .chain(() -> writer.replace(unit, product, old, fresh));
    }

    private static boolean isReplaced(Price row, Price like, Instant now) {
        return like.effectiveFrom == null ? row.holds(now) : row.effectiveFrom.equals(like.effectiveFrom);
    }

    private static Instant begin(List<Price> old, Instant now) {
        return old.stream()
                .map(row -> row.effectiveFrom)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Price row(Price like, Tier tier) {
        var row = like.copy();
        row.minimumQuantity = tier.minimumQuantity();
        row.amount = tier.amount();
        return row;
    }

    private static Long successor(Price old, List<Price> fresh) {
        return fresh.stream()
                .filter(row -> row.minimumQuantity.compareTo(old.minimumQuantity) == 0)
                .map(row -> row.id)
                .findFirst()
                .orElse(null);
    }
}
