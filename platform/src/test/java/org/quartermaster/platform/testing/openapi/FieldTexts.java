package org.quartermaster.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the fields mean, in one sentence each, and an example: {@code name = Sentence. | example}. A key
 * {@code scope.name} goes before {@code name} for the operations of a tag and the objects of a list; {@code tag..name} describes a tag itself.
 */
final class FieldTexts {
    private final Properties texts = new Properties();
    private final ObjectMapper json = new ObjectMapper();

    /** The platform's own texts, and those of the file. */
    static FieldTexts read(Path file) throws IOException {
        var texts = new FieldTexts();
        try (var common = FieldTexts.class.getResourceAsStream("/testing/fields.properties");
                Reader own = Files.newBufferedReader(file)) {
            texts.texts.putAll(once(new InputStreamReader(common, StandardCharsets.UTF_8)));
            texts.texts.putAll(once(own));
        }
        return texts;
    }

    static FieldTexts of(String... lines) throws IOException {
        var texts = new FieldTexts();
        texts.texts.putAll(once(new StringReader(String.join("\n", lines))));
        return texts;
    }

    /** The texts of one file. NB: of two with one key the second would be taken without a word. */
    private static Properties once(Reader file) throws IOException {
        var texts = new Strict();
        texts.load(file);
        return texts;
    }

    private static final class Strict extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalArgumentException("the key " + key + " is there twice");
            }
            return super.put(key, value);
        }
    }

    /** The sentence, or null. */
    String describe(String scope, String field) {
        var line = line(scope, field);
        return line == null ? null : line.split("\\|", 2)[0].strip();
    }

    String describeTag(String tag) {
        return texts.getProperty("tag.." + tag);
    }

    /** The example as a value of the schema, or null. */
    JsonNode example(String scope, String field, JsonNode schema) {
        var line = line(scope, field);
        if (line == null || !line.contains("|")) {
            return null;
        }
        return value(line.split("\\|", 2)[1].strip(), schema);
    }

    private String line(String scope, String field) {
        for (var one : scope.split(",")) {
            var own = texts.getProperty(one + "." + field);
            if (own != null) {
                return own;
            }
        }
        return texts.getProperty(field);
    }

    /** The scope of the objects of a list: first the list, then what it stands in. */
    static String inside(String list, String scope) {
        return list + "," + scope;
    }

    private JsonNode value(String text, JsonNode schema) {
        var factory = JsonNodeFactory.instance;
        try {
            return switch (Shapes.type(schema)) {
                case "integer", "number" -> factory.numberNode(new BigDecimal(text));
                case "boolean" -> factory.booleanNode(Boolean.parseBoolean(text));
                case "array" -> text.startsWith("[") ? json.readTree(text) : list(text, schema);
                case "object" -> json.readTree(text);
                case "" -> text.startsWith("{") || text.startsWith("[") ? json.readTree(text) : factory.textNode(text);
                default -> factory.textNode(text);
            };
        } catch (IOException | NumberFormatException broken) {
            // The same name may mean a word here and a number there; then it has no example here.
            return null;
        }
    }

    /** Null where the text belongs to a field of the same name with other values. */
    private JsonNode list(String text, JsonNode schema) {
        var items = schema.path("items");
        if (Shapes.type(items).equals("object") || items.has("$ref")) {
            return null;
        }
        List<JsonNode> values = new ArrayList<>();
        for (var part : text.split(",")) {
            var value = value(part.strip(), items);
            if (!items.has("enum") || contains(items.get("enum"), value)) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    private static boolean contains(JsonNode words, JsonNode value) {
        for (var word : words) {
            if (word.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
