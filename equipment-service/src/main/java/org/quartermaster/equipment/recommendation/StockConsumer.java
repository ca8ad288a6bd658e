package org.quartermaster.equipment.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.consumer.EventConsumer;

/** Shows on alerts what the catalogue has run out of. */
@ApplicationScoped
class StockConsumer implements EventConsumer<StockConsumer.Stock> {
    private final Recommendations recommendations;

    @Inject
    StockConsumer(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    /** What is read of a product whose stock is low. */
    record Stock(String productId, String sku, Boolean inStock) {}

    @Override
    public String subject() {
        return "qm.catalog.*.inventory.low";
    }

    @Override
    public Class<Stock> data() {
        return Stock.class;
    }

    @Override
    public Uni<Void> handle(UnitOfWork unit, Event<Stock> event) {
        return recommendations.stock(unit, event);
    }
}
