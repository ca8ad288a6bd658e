package org.quartermaster.equipment.maintenance;

import jakarta.persistence.Converter;
import org.quartermaster.platform.db.WordConverter;

/** How a maintenance record came in. */
public enum RecordSource {
    API,
    BULK,
    IMPORT,
    TRANSFER;

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<RecordSource> {
        Stored() {
            super(RecordSource.class);
        }
    }
}
