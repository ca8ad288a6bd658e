package org.quartermaster.catalog.row;

import java.math.BigDecimal;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Values that are read more strictly than usual: nothing is rounded, and a line has no control characters. */
public final class Input {
    /** The most that an amount of money can be. */
    public static final String MAX_MONEY = "999999999999999.9999";

    private static final String MAX_ID = "9223372036854775807";
    private static final int READ_PLACES = 20;

    private Input() {}

    /** Text of one line. */
    public static Field<String> line(Fields fields, String name, int min, int max) {
        var text = fields.text(name, min, max);
        if (text.value() != null && text.value().chars().anyMatch(Character::isISOControl)) {
            fields.error(name, "control_character");
        }
        return text;
    }

    /** The number of a row. */
    public static Field<Long> id(Fields fields, String name) {
        var number = decimal(fields, name, 0, "1", MAX_ID);
        return new Field<>(
                number.given(), number.value() == null ? null : number.value().longValue());
    }

    /** An amount of money with up to four decimals. */
    public static Field<BigDecimal> money(Fields fields, String name) {
        return decimal(fields, name, 4, "0", MAX_MONEY);
    }

    /** A decimal within the bounds, both included; one with more places is refused. */
    public static Field<BigDecimal> decimal(Fields fields, String name, int places, String min, String max) {
        var read = fields.decimal(name, READ_PLACES, min, max);
        if (read.value() == null) {
            return read;
        }
        if (read.value().stripTrailingZeros().scale() > places) {
            fields.error(name, places == 0 ? "int_parsing" : "decimal_max_places", places);
            return new Field<>(false, null);
        }
        return new Field<>(true, read.value().setScale(places));
    }

    /** The code of a currency; whether there is such a currency is for the database to say. */
    public static Field<String> currency(Fields fields, String name) {
        var code = fields.text(name, 3, 3);
        if (code.value() != null && !code.value().matches("[A-Z]{3}")) {
            fields.error(name, "string_pattern", "AAA");
            return new Field<>(false, null);
        }
        return code;
    }
}
