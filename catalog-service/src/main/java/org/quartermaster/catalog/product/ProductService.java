package org.quartermaster.catalog.product;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.catalog.row.Precondition;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;

/** What clients do to articles. */
@ApplicationScoped
class ProductService {
    static final String PATH = "/api/v1/products/";

    private static final ProblemType RESERVED = new ProblemType(409, "product.reserved");
    private static final String HELD = """
            select from catalog.stockreservationline l
            join catalog.stockreservation r on r.tenant_id = l.tenant_id and r.id = l.reservation_id
            where l.tenant_id = $1 and l.product_id = $2 and r.state = 'held' and r.expires_at > now() limit 1
            """;

    private final Products products;

    @Inject
    ProductService(Products products) {
        this.products = products;
    }

    Uni<Answer> create(UnitOfWork unit, Product product) {
        return products.add(unit, product).map(shown -> Answer.created(shown, PATH + shown.id()));
    }

    Uni<Answer> update(UnitOfWork unit, long id, String ifMatch, Fields fields, Saving saving) {
        return products.lock(unit, id).chain(product -> {
            Precondition.require(ifMatch, fields, product.version);
            return apply(unit, product, fields, saving);
        });
    }

    /** Changes a locked article by the fields of a request. */
    Uni<Answer> apply(UnitOfWork unit, Product product, Fields fields, Saving saving) {
        var before = ProductView.of(product);
        ProductFields.apply(fields, saving, product);
        return products.save(unit, product, before).map(Answer::ok);
    }

    Uni<Answer> delete(UnitOfWork unit, long id, String ifMatch) {
        return products.lock(unit, id)
                .invoke(product -> ETags.requireMatch(ifMatch, product.version))
                .call(product -> requireUnreserved(unit, product))
                .chain(product -> {
                    var before = ProductView.of(product);
                    product.deletedAt = unit.now();
                    return products.write(unit, product, before, "deleted");
                })
                .replaceWith(Answer.empty());
    }

    private static Uni<Void> requireUnreserved(UnitOfWork unit, Product product) {
        return unit.run(HELD, unit.caller().tenant(), product.id)
                .invoke(held -> {
                    if (held.size() > 0) {
                        throw Problem.of(RESERVED);
                    }
                })
                .replaceWithVoid();
    }

    /** NB: 409 where its SKU or slug was taken since. */
    Uni<Answer> restore(UnitOfWork unit, long id) {
        return products.lockAny(unit, id).chain(product -> {
            var before = ProductView.of(product);
            if (product.deletedAt == null) {
                return Uni.createFrom().item(Answer.ok(before));
            }
            product.deletedAt = null;
            return products.write(unit, product, before, "restored").map(Answer::ok);
        });
    }
}
