package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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

/** Articles as they are written: with their price, the words that they are found by, and who said what of them. */
@ApplicationScoped
public class Products {
    /** Their name in events. */
    public static final String ENTITY = "product";

    static final String TABLE = "catalog.product";

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final RowTable<Product> table;
    private final ObjectMapper json;
    private final BasePrices prices;

    @Inject
    Products(DatabaseJson rows, ObjectMapper json, BasePrices prices) {
        this.table = new RowTable<>(rows, TABLE, Product.class, "completeness");
        this.json = json;
        this.prices = prices;
    }

    RowTable<Product> table() {
        return table;
    }

    /** Locks an article; 404 and 410 as {@link LiveProduct}. */
    public Uni<Product> lock(UnitOfWork unit, long id) {
        return lockAny(unit, id).invoke(product -> {
            if (product.deletedAt != null) {
                throw Problem.of(LiveProduct.DELETED);
            }
        });
    }

    Uni<Product> lockAny(UnitOfWork unit, long id) {
        return table.lock(unit, id, LiveProduct.NOT_FOUND);
    }

    /** Adds an article and tells of it. */
    Uni<ProductView> add(UnitOfWork unit, Product product) {
        return slug(unit, product)
                .chain(() -> table.insert(unit, product))
                .call(saved -> price(unit, saved, null))
                .call(saved -> observe(unit, saved, null))
                .call(saved -> ProductWords.refresh(unit, saved.id))
                .map(saved -> {
                    var shown = ProductView.of(saved);
                    unit.changed(Change.created(ENTITY, saved.id.toString(), shown));
                    return shown;
                });
    }

    /**
     * Saves what a user changed of a locked article and tells of it; what others can say of it too is to be enriched
     * again.
     */
    Uni<ProductView> save(UnitOfWork unit, Product product, ProductView before) {
        if (ProductView.of(product).equals(before)) {
            return Uni.createFrom().item(before);
        }
        if (!said(ProductView.of(product), before).isEmpty()) {
            product.enrichmentStatus = Words.of(EnrichmentStatus.PENDING);
        }
        return slug(unit, product)
                .chain(() -> observe(unit, product, before))
                .chain(() -> write(unit, product, before, "updated"))
                .call(() -> price(unit, product, before));
    }

    /** NB: after the article is written, as the price is in its currency and for its unit. */
    private Uni<Void> price(UnitOfWork unit, Product product, ProductView before) {
        return BasePrice.isWritten(product, before)
                ? prices.set(unit, product.id, product.basePrice)
                : Uni.createFrom().voidItem();
    }

    /** Writes a locked article and its words as they are, and tells of it where that changed it. */
    public Uni<ProductView> write(UnitOfWork unit, Product product, ProductView before, String verb) {
        return table.update(unit, product)
                .call(saved -> ProductWords.refresh(unit, saved.id))
                .map(saved -> {
                    var shown = ProductView.of(saved);
                    if (shown.version() != before.version()) {
                        unit.changed(Change.of(ENTITY, saved.id.toString(), verb, shown, before));
                    }
                    return shown;
                });
    }

    /** Saves what was found out of a locked article, says how complete it is now, and tells of it. */
    public Uni<ProductView> enriched(UnitOfWork unit, Product product, ProductView before) {
        return table.update(unit, product).chain(saved -> {
            var isWhole = saved.completeness.compareTo(WHOLE) == 0;
            saved.enrichmentStatus = Words.of(isWhole ? EnrichmentStatus.ENRICHED : EnrichmentStatus.INCOMPLETE);
            saved.lastEnriched = unit.now();
            saved.enrichmentFailure = null;
            return write(unit, saved, before, "enriched");
        });
    }

    /** Tells of what the database itself changed of an article, such as its completeness, and makes its words anew. */
    public Uni<ProductView> touched(UnitOfWork unit, Product before) {
        return ProductWords.refresh(unit, before.id)
                .chain(() -> lockAny(unit, before.id))
                .map(ProductView::of)
                .invoke(shown -> {
                    if (shown.version() != before.version) {
                        var former = ProductView.of(before);
                        unit.changed(Change.of(ENTITY, before.id.toString(), "updated", shown, former));
                    }
                });
    }

    /**
     * Tells of a change in what belongs to an article, such as its packs, and makes its words anew.
     *
     * @param before the article as it was locked
     * @param part what changed, as a member that the event shows
     */
    Uni<Void> partChanged(UnitOfWork unit, Product before, String part, Object was, Object is) {
        return ProductWords.refresh(unit, before.id)
                .chain(() -> lockAny(unit, before.id))
                .invoke(now -> unit.changed(Change.of(
                        ENTITY, before.id.toString(), "updated", with(now, part, is), with(before, part, was))))
                .replaceWithVoid();
    }

    private ObjectNode with(Product product, String part, Object value) {
        ObjectNode shown = json.valueToTree(ProductView.of(product));
        return shown.set(part, json.valueToTree(value));
    }

    private Uni<Void> observe(UnitOfWork unit, Product product, ProductView before) {
        var said = said(ProductView.of(product), before);
        return Observations.choose(unit, product.id, Source.MANUAL, "", said);
    }

    private ObjectNode said(ProductView now, ProductView before) {
        ObjectNode former = before == null ? json.createObjectNode() : json.valueToTree(before);
        return Observations.changed(json.<ObjectNode>valueToTree(now), former);
    }

    private static Uni<Void> slug(UnitOfWork unit, Product product) {
        return product.slug != null
                ? Uni.createFrom().voidItem()
                : Slugs.free(unit, TABLE, product.name)
                        .invoke(slug -> product.slug = slug)
                        .replaceWithVoid();
    }
}
