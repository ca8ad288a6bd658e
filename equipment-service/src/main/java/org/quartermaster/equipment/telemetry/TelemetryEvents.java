package org.quartermaster.equipment.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What ingestion publishes. */
@ApplicationScoped
class TelemetryEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(EventType.of(
                "telemetry.recorded",
                "Samples of one machine were taken, all of a batch in one event",
                TelemetryRecorded.class));
    }
}
