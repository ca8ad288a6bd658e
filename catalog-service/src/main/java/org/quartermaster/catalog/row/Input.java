package org.quartermaster.catalog.row;

import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** Texts of requests that have a form. */
public final class Input {
    private Input() {}

    /** Text of one line. */
    public static Field<String> line(Fields fields, String name, int min, int max) {
        var text = fields.text(name, min, max);
        if (text.value() != null && text.value().chars().anyMatch(Character::isISOControl)) {
            fields.error(name, "control_character");
        }
        return text;
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
