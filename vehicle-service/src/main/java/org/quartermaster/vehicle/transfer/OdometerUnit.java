package org.quartermaster.vehicle.transfer;

import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.quartermaster.platform.db.WordConverter;

/** What an odometer counts. */
enum OdometerUnit {
    KM(BigDecimal.ONE),
    /** The international mile. */
    MI(new BigDecimal("1.609344"));

    private final BigDecimal km;

    OdometerUnit(BigDecimal km) {
        this.km = km;
    }

    BigDecimal km(BigDecimal value) {
        return value.multiply(km);
    }

    @Converter(autoApply = true)
    static final class Stored extends WordConverter<OdometerUnit> {
        Stored() {
            super(OdometerUnit.class);
        }
    }
}
