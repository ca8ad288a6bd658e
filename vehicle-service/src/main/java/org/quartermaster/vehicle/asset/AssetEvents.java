package org.quartermaster.vehicle.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents;

/** What assets publish. */
@ApplicationScoped
class AssetEvents implements PublishedEvents {
    /** What a step replaced. */
    record PreviousAsset(DataStatus dataStatus) {}

    @Override
    public List<EventType> events() {
        return List.of(
                EventType.of("asset.created", "An asset was entered", AssetView.class),
                EventType.of("asset.updated", "Fields of an asset changed", AssetView.class),
                step("asset.verified", "The data of an asset were verified"),
                step("asset.reopened", "A verified asset is a draft again, and maybe more changed"),
                step("asset.archived", "An asset was put away"),
                step("asset.restored", "An archived asset came back as a draft"),
                EventType.of("asset.snapshot", "The asset as it stands, on request", AssetView.class));
    }

    private static EventType step(String name, String summary) {
        return EventType.of(name, summary, AssetView.class)
                .with("previous", PreviousAsset.class)
                .withOptional("reason", String.class);
    }
}
