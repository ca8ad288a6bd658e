package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Reads ids of rows, and quantities as their columns hold them; what would have to be rounded is refused. */
public final class StockFields {
    /** The greatest quantity that a column holds. */
    public static final String MOST = "999999999999.999999";

    /** The least quantity above zero. */
    public static final String LEAST = "0.000001";

    public static final int DECIMALS = 6;

    private static final String MAX_ID = "999999999999999999";
    private static final int READ_DECIMALS = 20;

    private StockFields() {}

    /** The id of a row, or null where none was given. */
    public static Long id(Fields fields, String name) {
        var given = fields.decimal(name, READ_DECIMALS, "1", MAX_ID).value();
        if (given != null && given.stripTrailingZeros().scale() > 0) {
            fields.error(name, "int_parsing");
        }
        return given == null ? null : given.longValue();
    }

    /** A quantity within the bounds, both included. */
    public static Field<BigDecimal> quantity(Fields fields, String name, String min) {
        var given = fields.decimal(name, READ_DECIMALS, min, MOST);
        if (given.value() == null) {
            return given;
        }
        if (given.value().stripTrailingZeros().scale() > DECIMALS) {
            fields.error(name, "decimal_max_places", DECIMALS);
        }
        return new Field<>(true, given.value().setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
