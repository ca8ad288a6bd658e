package org.quartermaster.vehicle.asset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.core.EntityTag;
import org.quartermaster.platform.rest.Versioned;

/**
 * A changed asset.
 *
 * @param reopened whether the change made a draft of a verified asset
 */
record PatchedAsset(@JsonUnwrapped AssetView asset, boolean reopened) implements Versioned {
    @Override
    public long version() {
        return asset.version();
    }

    @Override
    public EntityTag tag() {
        return asset.tag();
    }
}
