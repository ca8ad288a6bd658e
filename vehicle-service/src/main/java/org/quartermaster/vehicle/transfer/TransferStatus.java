package org.quartermaster.vehicle.transfer;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** What became of a request; all but the first are final. */
enum TransferStatus {
    PENDING,
    APPROVED,
    REJECTED,
    CANCELLED,
    EXPIRED;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<TransferStatus> {
        Stored() {
            super(TransferStatus.class);
        }
    }
}
