package org.quartermaster.equipment.telemetry;

import java.util.Locale;

/** How a sample names its machine. */
record Reference(Kind kind, String value) {
    /** By which column; numbers and VINs are compared without case. */
    enum Kind {
        EQUIPMENT_ID("equipment_id", false),
        SERIAL_NUMBER("serial_key", true),
        VIN("vin_key", true),
        QR_CODE("qr_code", false);

        final String column;
        private final boolean folded;

        Kind(String column, boolean folded) {
            this.column = column;
            this.folded = folded;
        }
    }

    static Reference to(String equipmentId) {
        return of(Kind.EQUIPMENT_ID, equipmentId);
    }

    static Reference of(Kind kind, String value) {
        return new Reference(kind, kind.folded ? value.toUpperCase(Locale.ROOT) : value);
    }
}
