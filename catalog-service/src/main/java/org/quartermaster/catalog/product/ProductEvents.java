package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What articles publish. */
@ApplicationScoped
class ProductEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("product.created", "An article was added", ProductView.class)
                        .withOptional("import_id", String.class),
                EventType.of("product.updated", "An article, or what belongs to it, changed", ProductView.class)
                        .withOptional("import_id", String.class)
                        .withOptional("specifications", JsonNode[].class)
                        .withOptional("packs", JsonNode[].class)
                        .withOptional("certifications", JsonNode[].class),
                EventType.of("product.deleted", "An article was deleted", ProductView.class),
                EventType.of("product.restored", "A deleted article was brought back", ProductView.class),
                EventType.of("product.enriched", "An article was cleaned and completed", ProductView.class),
                EventType.of(
                        "product.snapshot",
                        "An article as it stands, told once more to consumers that join later",
                        ProductView.class));
    }
}
