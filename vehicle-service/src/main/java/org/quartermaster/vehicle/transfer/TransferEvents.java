package org.quartermaster.vehicle.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What transfers publish, all but the new asset in the tenant of the giver. */
@ApplicationScoped
class TransferEvents implements PublishedEvents {
    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("transfer.requested", "Somebody asked to hand a vehicle over", TransferView.class),
                step("transfer.redeemed", "A tenant has used the code of a request, and may answer it"),
                step("transfer.approved", "Both sides have consented"),
                step("transfer.rejected", "The side that was asked has refused"),
                step("transfer.cancelled", "The side that asked has taken it back"),
                step("transfer.expired", "Nobody has answered in time"),
                EventType.of("asset.transferred", "A vehicle has another holder or owner", TransferredAsset.class));
    }

    private static EventType step(String name, String summary) {
        return EventType.of(name, summary, TransferView.class).with("previous", Held.PreviousTransfer.class);
    }
}
