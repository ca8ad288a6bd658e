package org.quartermaster.catalog.request;

import java.math.BigDecimal;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Numbers of requests that are kept as they come: more decimals than their column has are refused, not rounded. */
public final class Numbers {
    /** The most that an amount of money can be. */
    public static final String MAX_AMOUNT = "999999999999999.9999";

    private static final int ALL_DECIMALS = 40;
    private static final int AMOUNT_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;

    private Numbers() {}

    /** A decimal within the bounds, both included. */
    public static Field<BigDecimal> exact(Fields fields, String name, int decimals, String min, String max) {
        var field = fields.decimal(name, ALL_DECIMALS, min, max);
        if (field.value() == null) {
            return field;
        }
        var value = field.value().stripTrailingZeros();
        if (value.scale() > decimals) {
            fields.error(name, decimals == 0 ? "int_parsing" : "decimal_max_places", decimals);
            return new Field<>(false, null);
        }
        return new Field<>(true, value.setScale(decimals));
    }

    /** An amount of money, 0 or more, with four decimals. */
    public static Field<BigDecimal> amount(Fields fields, String name) {
        return exact(fields, name, AMOUNT_DECIMALS, "0", MAX_AMOUNT);
    }

    /** A quantity above 0 with six decimals. */
    public static Field<BigDecimal> quantity(Fields fields, String name) {
        return exact(fields, name, QUANTITY_DECIMALS, "0.000001", "999999999999.999999");
    }

    /** A percentage with four decimals. */
    public static Field<BigDecimal> percent(Fields fields, String name, String max) {
        return exact(fields, name, AMOUNT_DECIMALS, "0", max);
    }

    /** The number of a row. */
    public static Field<Long> id(Fields fields, String name) {
        var field = exact(fields, name, 0, "1", Long.toString(Long.MAX_VALUE));
        return new Field<>(
                field.given(), field.value() == null ? null : field.value().longValueExact());
    }
}
