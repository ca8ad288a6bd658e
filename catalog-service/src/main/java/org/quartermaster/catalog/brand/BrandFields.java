package org.quartermaster.catalog.brand;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a brand. */
final class BrandFields {
    private static final int MAX_ALIASES = 100;
    private static final int MAX_NAME = 300;

    private BrandFields() {}

    static void apply(Fields fields, Saving saving, Brand brand) {
        fields.require("name");
        Input.line(fields, "name", 1, MAX_NAME).to(value -> brand.name = value);
        Input.line(fields, "slug", 1, MAX_NAME).to(value -> brand.slug = value);
        saving.take(fields.text("description", 0, 20_000), value -> brand.description = value);
        saving.take(Input.line(fields, "website_url", 0, 2_000), value -> brand.websiteUrl = value);
        saving.take(Input.line(fields, "manufacturer_name", 0, MAX_NAME), value -> brand.manufacturerName = value);
        saving.take(fields.bool("is_active"), true, value -> brand.isActive = value);
        if (saving == Saving.WHOLE || fields.has("aliases")) {
            aliases(fields, brand);
        }
        fields.checkStrictly();
    }

    private static void aliases(Fields fields, Brand brand) {
        var aliases = JsonNodeFactory.instance.arrayNode();
        fields.texts("aliases").stream()
                .map(String::strip)
                .distinct()
                .filter(alias -> !alias.isEmpty())
                .forEach(aliases::add);
        if (aliases.size() > MAX_ALIASES) {
            fields.error("aliases", "less_than_equal", MAX_ALIASES);
        }
        aliases.forEach(alias -> {
            if (alias.textValue().length() > MAX_NAME) {
                fields.error("aliases", "string_too_long", MAX_NAME);
            }
        });
        brand.aliases = aliases;
    }
}
