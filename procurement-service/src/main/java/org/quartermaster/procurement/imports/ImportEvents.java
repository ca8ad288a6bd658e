package org.quartermaster.procurement.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What imports publish. */
@ApplicationScoped
class ImportEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                        "ocds_import.completed", "A file was loaded, or found to change nothing", ImportSummary.class)
                .with("material_changes", Long.class)
                .with("tender_events_sent", Integer.class));
    }
}
