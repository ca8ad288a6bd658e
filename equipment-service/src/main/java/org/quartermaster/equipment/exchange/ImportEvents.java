package org.quartermaster.equipment.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What imports publish. */
@ApplicationScoped
class ImportEvents implements PublishedEvents {
    /** The report of an import that changed something. */
    record ImportCompleted(
            long read,
            long created,
            long updated,
            long unchanged,
            long failed,
            ImportSettings.Mode mode,
            boolean dryRun,
            ImportSettings.OnError onError) {}

    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                "import.completed",
                "A file of machines was taken over; each machine has its own event too",
                ImportCompleted.class));
    }
}
