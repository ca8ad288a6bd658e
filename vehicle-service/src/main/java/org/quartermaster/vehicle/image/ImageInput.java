package org.quartermaster.vehicle.image;

import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;

/** What a request says of a picture. */
record ImageInput(
        Field<String> storageKey,
        Field<String> sourceUrl,
        Field<Integer> seq,
        Field<String> variant,
        Field<Integer> width,
        Field<Integer> height,
        Field<Integer> bytes,
        Field<String> contentHash,
        Field<Boolean> isRemoved) {
    static final String USUAL_VARIANT = "full";

    private static final int MAX_SEQ = 9_999;
    private static final int MAX_PIXELS = 100_000;
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

    /** Reads the body of a new picture. */
    static ImageInput create(Fields fields) {
        fields.require("storage_key", "seq");
        return read(fields, new Field<>(false, null));
    }

    /** Reads what is to be changed; a picture may be brought back by it, too. */
    static ImageInput patch(Fields fields) {
        fields.require("storage_key", "seq", "variant", "is_removed");
        return read(fields, fields.bool("is_removed"));
    }

    private static ImageInput read(Fields fields, Field<Boolean> isRemoved) {
        var input = new ImageInput(
                fields.text("storage_key", 1, 500),
                fields.text("source_url", 0, 2_000),
                fields.integer("seq", 0, MAX_SEQ),
                fields.text("variant", 1, 40),
                fields.integer("width", 1, MAX_PIXELS),
                fields.integer("height", 1, MAX_PIXELS),
                fields.integer("bytes", 0, Integer.MAX_VALUE),
                fields.text("content_hash", 0, 200),
                isRemoved);
        match(fields, "source_url", input.sourceUrl, URL);
        match(fields, "variant", input.variant, NAME);
        fields.checkStrictly();
        return input;
    }

    private static void match(Fields fields, String name, Field<String> field, Pattern pattern) {
        if (field.value() != null && !pattern.matcher(field.value()).matches()) {
            fields.error(name, "string_pattern", pattern.pattern());
        }
    }
}
