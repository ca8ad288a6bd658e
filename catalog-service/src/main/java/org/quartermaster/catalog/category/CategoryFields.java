package org.quartermaster.catalog.category;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.catalog.row.Input;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into a category. */
final class CategoryFields {
    private static final int MAX_NAME = 300;
    private static final int MAX_FEATURES = 1_000;
    /** What an article can be asked to have. */
    private static final Set<String> FIELDS = Set.of(
            "sku",
            "name",
            "name_ar",
            "slug",
            "description",
            "category_id",
            "brand_id",
            "supplier_id",
            "base_price",
            "catalogue_item_id",
            "source_url",
            "images_url",
            "enriched_description",
            "technical_specs",
            "supplier_info",
            "mpn",
            "gtin",
            "base_uom",
            "tax_class",
            "successor_id");

    private CategoryFields() {}

    static void apply(Fields fields, Saving saving, Category category) {
        fields.require("name");
        Input.line(fields, "name", 1, MAX_NAME).to(value -> category.name = value);
        Input.line(fields, "slug", 1, MAX_NAME).to(value -> category.slug = value);
        saving.take(Input.line(fields, "name_ar", 0, MAX_NAME), value -> category.nameAr = value);
        saving.take(fields.text("description", 0, 20_000), value -> category.description = value);
        place(fields, saving, category);
        saving.take(Input.line(fields, "external_code", 0, 64), value -> category.externalCode = value);
        saving.take(fields.bool("is_active"), true, value -> category.isActive = value);
        saving.take(
                Input.line(fields, "default_unspsc", 0, 64), value -> category.defaultUnspsc = unspsc(fields, value));
        saving.take(Input.line(fields, "default_etim_group", 0, 64), value -> category.defaultEtimGroup = value);
        saving.take(
                Numbers.exact(fields, "min_margin_percent", 4, "0", "99.99"),
                value -> category.minMarginPercent = value);
        required(fields, saving, category);
        fields.checkStrictly();
    }

    static void place(Fields fields, Saving saving, Category category) {
        saving.take(Numbers.id(fields, "parent_id"), value -> category.parentId = value);
        saving.take(fields.integer("position", 0, Integer.MAX_VALUE), 0, value -> category.position = value);
    }

    private static String unspsc(Fields fields, String code) {
        if (code != null && !code.matches("[0-9]{8}")) {
            fields.error("default_unspsc", "unspsc.form");
        }
        return code;
    }

    private static void required(Fields fields, Saving saving, Category category) {
        if (saving == Saving.WHOLE || fields.has("required_fields")) {
            var asked = fields.texts("required_fields");
            category.requiredFields = asked.isEmpty() && !isEmptyList(fields) ? Category.usualFields() : list(asked);
            asked.stream()
                    .filter(name -> !FIELDS.contains(name))
                    .forEach(name -> fields.error("required_fields", "enum", String.join(", ", FIELDS)));
        }
        if (saving == Saving.WHOLE || fields.has("required_features")) {
            var asked = fields.json("required_features", 64 * 1_024, 2).value() == null
                    ? null
                    : fields.texts("required_features");
            category.requiredFeatures = asked == null ? null : list(asked);
            if (asked != null && asked.size() > MAX_FEATURES) {
                fields.error("required_features", "less_than_equal", MAX_FEATURES);
            }
        }
    }

    private static boolean isEmptyList(Fields fields) {
        var given = fields.json("required_fields", 64 * 1_024, 2).value();
        return given != null && given.isArray();
    }

    private static ArrayNode list(List<String> texts) {
        var list = JsonNodeFactory.instance.arrayNode();
        texts.stream().distinct().forEach(list::add);
        return list;
    }
}
