package org.quartermaster.vehicle.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.quartermaster.platform.asyncapi.PublishedEvents;
import org.quartermaster.vehicle.market.ChangedLots;
import org.quartermaster.vehicle.market.LotView;

/** What imports publish. */
@ApplicationScoped
class ImportEvents implements PublishedEvents {

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("import.completed", "A file was loaded, or found to change nothing", ImportView.class)
                        .with("lot_events", Long.class)
                        .with("lot_events_sent", Integer.class),
                EventType.of("import.gate_opened", "Somebody had it concluded that lots are gone", ImportView.class)
                        .with("lot_events", Long.class)
                        .with("lot_events_sent", Integer.class),
                EventType.of(
                        "import.rejected", "A file could not be used; nothing of it was applied", ImportView.class),
                EventType.of("import.failed", "An import broke off and cannot go on by itself", ImportView.class),
                lot("lot.updated", "A load changed auction time, VIN, title or kind of sale; a request, any field"),
                lot("lot.status_changed", "A lot moved from one state to another"),
                lot("lot.relisted", "A vehicle is offered again under a new number"),
                lot("lot.disappeared", "A complete snapshot does not name the lot any more"),
                lot("lot.reappeared", "A lot that was gone is listed again"));
    }

    private static EventType lot(String name, String summary) {
        return EventType.of(name, summary, LotView.class)
                .withOptional("import_id", UUID.class)
                .withOptional("previous", ChangedLots.PreviousLot.class);
    }
}
