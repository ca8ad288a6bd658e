package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.replay.ReferenceEntities;

/** The live articles, for consumers that join later. */
@ApplicationScoped
class ProductSnapshots implements ReferenceEntities {
    private final Products products;

    @Inject
    ProductSnapshots(Products products) {
        this.products = products;
    }

    @Override
    public String keys() {
        return "select tenant_id, id from catalog.product where deleted_at is null order by tenant_id, id";
    }

    @Override
    public Uni<Void> note(UnitOfWork unit, String id) {
        return products.lock(unit, Long.parseLong(id))
                .invoke(product -> unit.changed(Change.snapshot(Products.ENTITY, id, ProductView.of(product))))
                .replaceWithVoid()
                .onFailure(Problem.class)
                .recoverWithItem(() -> null);
    }
}
