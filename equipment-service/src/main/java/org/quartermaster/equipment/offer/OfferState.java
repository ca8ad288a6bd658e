package org.quartermaster.equipment.offer;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What became of an offer: a new machine, a link to one that was there, or nothing. */
public enum OfferState {
    PENDING,
    ACCEPTED,
    LINKED,
    DISMISSED;

    boolean hasMachine() {
        return this == ACCEPTED || this == LINKED;
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<OfferState> {
        Stored() {
            super(OfferState.class);
        }
    }
}
