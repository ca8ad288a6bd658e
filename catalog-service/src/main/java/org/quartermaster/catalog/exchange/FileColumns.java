package org.quartermaster.catalog.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.text.CleanText;

/** The fields that files of a kind can hold, and the names that their columns usually have. */
final class FileColumns {
    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "ja", "oui", "si", "sí", "да", "نعم");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "nein", "non", "нет", "لا");

    private final Map<String, Cell> fields = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<List<String>> required = new ArrayList<>();

    /** What cells of a field hold. */
    enum Cell {
        /** Text of one line. */
        LINE,
        TEXT,
        /** The name of the article of the row. */
        NAME,
        NUMBER,
        TRUTH,
        /** Yes and no, or a word of its own. */
        AVAILABILITY;

        /** @param decimalComma whether numbers are written as 1.234,50 */
        String read(String text, String sku, boolean isCleaned, boolean decimalComma) {
            return switch (this) {
                case LINE -> isCleaned ? CleanText.of(text).replace('\n', ' ') : text.strip();
                case TEXT -> isCleaned ? CleanText.of(text) : text.strip();
                case NAME -> isCleaned ? CleanText.name(text, sku) : text.strip();
                case NUMBER -> decimalComma ? pointed(text.strip()) : text.strip();
                case TRUTH -> truth(text.strip(), "true", "false");
                case AVAILABILITY -> truth(text.strip(), "in_stock", "out_of_stock");
            };
        }

        private static String pointed(String number) {
            var plain =
                    number.matches("[+-]?\\d{1,3}(?:[. ]\\d{3})+(?:,\\d*)?") ? number.replaceAll("[. ]", "") : number;
            return plain.contains(".") ? number : plain.replace(',', '.');
        }

        private static String truth(String text, String yes, String no) {
            var word = text.toLowerCase(Locale.ROOT);
            if (YES.contains(word)) {
                return yes;
            }
            return NO.contains(word) ? no : word;
        }
    }

    /** A field with other names that a column of it may have. */
    FileColumns with(String field, Cell cell, String... synonyms) {
        fields.put(field, cell);
        names.put(field, field);
        Arrays.asList(synonyms).forEach(name -> names.put(name, field));
        return this;
    }

    /** Fields that a row is known by; a row without one of them is rejected, unless it is known by its other parts. */
    FileColumns key(String... parts) {
        keys.addAll(List.of(parts));
        return this;
    }

    /** One of the fields must be in the file or have a default, and a row must hold it. */
    FileColumns require(String... oneOf) {
        required.add(List.of(oneOf));
        return this;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    Cell cell(String field) {
        return fields.get(field);
    }

    Set<String> fields() {
        return fields.keySet();
    }

    /** The field that a column of that name holds; null for one that says nothing to us. */
    String field(String column) {
        return names.get(column);
    }

    List<String> keys() {
        return keys;
    }

    List<List<String>> required() {
        return required;
    }
}
