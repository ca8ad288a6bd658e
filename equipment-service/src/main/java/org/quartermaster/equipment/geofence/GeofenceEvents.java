package org.quartermaster.equipment.geofence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What zones publish. */
@ApplicationScoped
class GeofenceEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("geofence.created", "A zone was drawn", GeofenceView.class),
                EventType.of("geofence.updated", "A zone changed", GeofenceView.class),
                EventType.of("geofence.deleted", "A zone was deleted", GeofenceView.class),
                EventType.of("geofence.entered", "A machine came into a zone", GeofenceCrossing.class),
                EventType.of("geofence.exited", "A machine left a zone", GeofenceCrossing.class));
    }
}
