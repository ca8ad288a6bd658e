package org.quartermaster.catalog.enrichment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.catalog.product.EnrichmentStatus;
import org.quartermaster.catalog.product.Product;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.catalog.provenance.Observations;
import org.quartermaster.catalog.provenance.Offers;
import org.quartermaster.catalog.provenance.Source;
import org.quartermaster.catalog.specification.ParsedSpecifications;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Words;

/** The steps of enriching an article: clean its texts, find its brand, read packing and features, measure it anew. */
@ApplicationScoped
class Enrichment {
    private static final String BY_RULES = "rules";
    private static final String BRANDS = """
            select b.id, b.name from catalog.brand b where b.tenant_id = $1 and b.is_active
            union all
            select b.id, a.value from catalog.brand b, jsonb_array_elements_text(b.aliases) a
            where b.tenant_id = $1 and b.is_active
            """;

    private final Products products;
    private final ParsedSpecifications specifications;

    @Inject
    Enrichment(Products products, ParsedSpecifications specifications) {
        this.products = products;
        this.specifications = specifications;
    }

    /** Says that it is at work. */
    Uni<ProductView> begin(UnitOfWork unit, long id) {
        return mark(unit, id, EnrichmentStatus.RUNNING, null);
    }

    /** Says that it failed, and by which code. */
    Uni<ProductView> fail(UnitOfWork unit, long id, String reason) {
        return mark(unit, id, EnrichmentStatus.FAILED, reason);
    }

    private Uni<ProductView> mark(UnitOfWork unit, long id, EnrichmentStatus status, String reason) {
        return products.lock(unit, id).chain(product -> {
            var before = ProductView.of(product);
            product.enrichmentStatus = Words.of(status);
            product.enrichmentFailure = reason;
            return products.write(unit, product, before, "updated");
        });
    }

    Uni<ProductView> enrich(UnitOfWork unit, long id) {
        return products.lock(unit, id).chain(product -> {
            var before = ProductView.of(product);
            product.enrichmentSource = BY_RULES;
            return clean(unit, product)
                    .chain(() -> findBrand(unit, product))
                    .chain(() -> specifications.read(unit, product))
                    .chain(() -> products.enriched(unit, product, before));
        });
    }

    /** NB: a cleaned text is still that of whoever gave it. A name that is nothing but markup stays. */
    private static Uni<Void> clean(UnitOfWork unit, Product product) {
        var cleaned = JsonNodeFactory.instance.objectNode();
        var name = CleanText.name(product.name, product.sku);
        if (!name.isEmpty() && !name.equals(product.name)) {
            product.name = name;
            cleaned.put("name", name);
        }
        var description = product.description == null ? null : CleanText.of(product.description);
        if (description != null && !description.equals(product.description)) {
            product.description = description.isEmpty() ? null : description;
            cleaned.put("description", product.description);
        }
        return Observations.restate(unit, product.id, cleaned);
    }

    /** NB: what a better source said stays, and what the name says is kept beside it. */
    private static Uni<Void> findBrand(UnitOfWork unit, Product product) {
        return unit.run(BRANDS, unit.caller().tenant()).chain(rows -> {
            var finder = new BrandFinder();
            rows.forEach(row -> finder.add(row.getLong(0), row.getString(1)));
            var found = finder.find(product.name);
            return found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Offers.of(unit, product.id, Source.PARSED, "brand_id", LongNode.valueOf(found.get()))
                            .invoke(isChosen -> product.brandId = isChosen ? found.get() : product.brandId)
                            .replaceWithVoid();
        });
    }
}
