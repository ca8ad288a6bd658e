package org.quartermaster.procurement.ocds.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quartermaster.procurement.ocds.Json;

/** Reads our own compact form of the release schema; the head of the resource says how it is written. */
public final class CompactSchema {
    private static final String RESOURCE = "/ocds/release-1.1.5.txt";
    /** Language tags (BCP 47) as OCDS 1.1.5 takes them after a field's name. */
    private static final String LANGUAGE =
            "((([A-Za-z]{2,3}(-[A-Za-z]{3}(-[A-Za-z]{3}){0,2})?|[A-Za-z]{4}|[A-Za-z]{5,8})"
                    + "(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
                    + "(-[0-9A-WY-Za-wy-z](-[A-Za-z0-9]{2,8})+)*(-x(-[A-Za-z0-9]{1,8})+)?)|x(-[A-Za-z0-9]{1,8})+)";

    private record Codelist(boolean open, Set<String> codes) {}

    private final Map<String, Codelist> codelists = new HashMap<>();
    private final Map<String, Shape> types = new HashMap<>();
    private Shape current;

    private CompactSchema() {}

    /** The release schema of OCDS 1.1.5. */
    public static Shape release() {
        return read().type("Release");
    }

    /** The members of a package beside its releases or records. */
    public static Shape envelope() {
        return read().type("Envelope");
    }

    private static String text() {
        try (var in = CompactSchema.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompactSchema read() {
        var schema = new CompactSchema();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(schema::line);
        return schema;
    }

    private void line(String line) {
        var words = Arrays.asList(line.strip().split(" "));
        if (line.startsWith("codelist")) {
            var codes = new LinkedHashSet<>(words.subList(3, words.size()));
            codelists.put(words.get(2), new Codelist(words.get(1).equals("open"), codes));
        } else if (line.startsWith("type")) {
            current = type(words.get(1));
        } else {
            field(words.get(0), words.get(1), words.subList(2, words.size()));
        }
    }

    private Shape type(String name) {
        return types.computeIfAbsent(name, key -> {
            var shape = new Shape();
            shape.kinds = EnumSet.of(Kind.OBJECT);
            return shape;
        });
    }

    private void field(String name, String type, List<String> attributes) {
        var shape = isTypeName(type) ? type(type) : shape(type);
        current.fields.put(name, shape);
        for (var attribute : attributes) {
            apply(attribute, name, shape);
        }
    }

    private static boolean isTypeName(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    private Shape shape(String type) {
        var shape = new Shape();
        shape.kinds = EnumSet.noneOf(Kind.class);
        for (var part : type.split("\\|")) {
            if (part.startsWith("[")) {
                shape.kinds.add(Kind.ARRAY);
                var member = part.substring(1, part.length() - 1);
                shape.items = isTypeName(member) ? type(member) : shape(member);
            } else {
                shape.kinds.add(Kind.named(part));
            }
        }
        return shape;
    }

    private void apply(String attribute, String name, Shape shape) {
        var parts = attribute.split("=");
        switch (parts[0]) {
            case "required" -> current.required.add(name);
            case "min-length" -> shape.minLength = Integer.parseInt(parts[1]);
            case "min-items" -> shape.minItems = Integer.parseInt(parts[1]);
            case "unique" -> shape.unique = true;
            case "date-time" -> shape.format = Format.DATE_TIME;
            case "uri" -> shape.format = Format.URI;
            case "codelist" -> addCodes(shape, parts[1]);
            case "languages" -> current.patterns.add(translations(name));
            case "omit" -> shape.omitWhenMerged = true;
            case "whole" -> shape.wholeListMerge = true;
            default -> throw new IllegalArgumentException("Attribute of the compact schema: " + attribute);
        }
    }

    private Shape.Named translations(String name) {
        return new Shape.Named(Pattern.compile("^" + name + "_" + LANGUAGE + "$"), shape("string|null"));
    }

    private void addCodes(Shape shape, String name) {
        var list = codelists.get(name);
        var coded = shape.items == null ? shape : shape.items;
        coded.codelist = name;
        if (list.open()) {
            coded.listed = list.codes();
        } else {
            coded.allowed = new HashSet<>();
            list.codes().forEach(code -> coded.allowed.add(Json.NODES.textNode(code)));
            if (coded.kinds.contains(Kind.NULL)) {
                coded.allowed.add(Json.NODES.nullNode());
            }
        }
    }
}
