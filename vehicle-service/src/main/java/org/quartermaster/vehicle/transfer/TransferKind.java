package org.quartermaster.vehicle.transfer;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** To whom a vehicle goes. */
enum TransferKind {
    /** To another holder within the tenant. */
    INTERNAL,
    /** To another organization. */
    HANDOVER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<TransferKind> {
        Stored() {
            super(TransferKind.class);
        }
    }
}
