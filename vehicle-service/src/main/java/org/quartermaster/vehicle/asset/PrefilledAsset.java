package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import org.quartermaster.platform.rest.Versioned;

/**
 * An asset with what the market knows of its vehicle.
 *
 * @param filled names of the fields that were empty
 * @param dryRun whether it is only shown so
 */
record PrefilledAsset(@JsonUnwrapped AssetView asset, List<String> filled, boolean dryRun) implements Versioned {
    @Override
    public long version() {
        return asset.version();
    }

    @Override
    public EntityTag tag() {
        return asset.tag();
    }
}
