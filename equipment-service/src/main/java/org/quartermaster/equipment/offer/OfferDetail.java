package org.quartermaster.equipment.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.quartermaster.equipment.maintenance.PastService;
import org.quartermaster.platform.rest.Versioned;

/** One offer with the services that come with it, oldest first. */
record OfferDetail(@JsonUnwrapped OfferView offer, List<PastService> services) implements Versioned {
    @Override
    public long version() {
        return offer.version();
    }
}
