package org.quartermaster.equipment.machine;

import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** What a request says of a machine's next maintenance: the due points of its primary plan. */
public record NextMaintenance(Field<Instant> at, Field<BigDecimal> hours) {
    private static final String MAX_HOURS = "99999999.99";

    static NextMaintenance read(Fields fields) {
        return new NextMaintenance(
                fields.time("next_maintenance_at"), fields.decimal("next_maintenance_hours", 2, "0", MAX_HOURS));
    }

    public boolean isGiven() {
        return at.given() || hours.given();
    }

    public boolean hasValue() {
        return at.value() != null || hours.value() != null;
    }
}
