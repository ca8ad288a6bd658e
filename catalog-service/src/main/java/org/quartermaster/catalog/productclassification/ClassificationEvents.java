package org.quartermaster.catalog.productclassification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What classification publishes. */
@ApplicationScoped
class ClassificationEvents implements PublishedEvents {
    /** The status before a decision. */
    @Schema(name = "PreviousClassification")
    record Previous(Status status) {}

    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                        "product.classified",
                        "A code was confirmed or rejected for an article",
                        ClassificationView.class)
                .withOptional("previous", Previous.class));
    }
}
