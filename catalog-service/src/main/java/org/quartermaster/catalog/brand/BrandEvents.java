package org.quartermaster.catalog.brand;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What brands publish. */
@ApplicationScoped
class BrandEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("brand.created", "A brand was added", BrandView.class),
                EventType.of("brand.updated", "A brand changed", BrandView.class),
                EventType.of("brand.deleted", "A brand was deleted", BrandView.class));
    }
}
