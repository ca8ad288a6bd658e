package org.quartermaster.catalog.safetyreference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

/** Reads what the rows of the lists of safety have in common. */
final class SafetyFields {
    static final int CODE = 64;
    static final int NAME = 300;
    static final int TEXT = 20_000;

    static final int URL_LENGTH = 2_000;
    static final String URL_EXAMPLE = "https://";

    private static final int MAX_JSON = 64 * 1_024;
    private static final int MAX_DEPTH = 8;
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern UNSPSC = Pattern.compile("[0-9]{8}");
    private static final Pattern ETIM = Pattern.compile("EC[0-9]{6}");

    private SafetyFields() {}

    static String code(Fields fields, String name) {
        return Input.line(fields, name, 0, CODE).value();
    }

    static String name(Fields fields, String name) {
        return Input.line(fields, name, 0, NAME).value();
    }

    static String text(Fields fields, String name) {
        return fields.text(name, 0, TEXT).value();
    }

    /** A code that has to be there. */
    static String requiredCode(Fields fields, String name) {
        fields.require(name);
        return Input.line(fields, name, 1, CODE).value();
    }

    static String requiredName(Fields fields, String name) {
        fields.require(name);
        return Input.line(fields, name, 1, NAME).value();
    }

    static String requiredText(Fields fields, String name) {
        fields.require(name);
        return fields.text(name, 1, TEXT).value();
    }

    /** Texts of one line, each once and in their order. */
    static List<String> texts(Fields fields, String name, int max) {
        var found = new ArrayList<String>();
        var given = fields.texts(name);
        for (var i = 0; i < given.size(); i++) {
            var text = given.get(i).strip();
            var place = name + '[' + i + ']';
            if (text.isEmpty()) {
                fields.error(place, "string_too_short", 1);
            } else if (text.length() > max) {
                fields.error(place, "string_too_long", max);
            } else if (text.chars().anyMatch(Character::isISOControl)) {
                fields.error(place, "control_character");
            } else if (!found.contains(text)) {
                found.add(text);
            }
        }
        return List.copyOf(found);
    }

    static ObjectNode object(Fields fields, String name) {
        var given = fields.object(name, MAX_JSON, MAX_DEPTH).value();
        return given == null ? Json.object(null) : given;
    }

    static String url(Fields fields, String name) {
        return formed(fields, name, URL_LENGTH, URL, "string_pattern");
    }

    static String unspsc(Fields fields) {
        return formed(fields, "unspsc_code", CODE, UNSPSC, "unspsc.form");
    }

    static String etim(Fields fields) {
        return formed(fields, "etim_class", CODE, ETIM, "etim.form");
    }

    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    static boolean isUnspsc(String code) {
        return UNSPSC.matcher(code).matches();
    }

    static boolean isEtim(String code) {
        return ETIM.matcher(code).matches();
    }

    private static String formed(Fields fields, String name, int max, Pattern form, String code) {
        var text = Input.line(fields, name, 0, max).value();
        if (text != null && !form.matcher(text).matches()) {
            fields.error(name, code, URL_EXAMPLE);
        }
        return text;
    }
}
