package org.quartermaster.catalog.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.problem.Problem;

/** Which column of a file of articles holds what. */
final class ProductColumns {
    static final String CATEGORY = "category";
    static final String BRAND = "brand";

    private static final Map<String, String> FIELDS = new HashMap<>();
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y", "in_stock", "ja", "oui", "si", "نعم");

    static {
        synonyms("sku", "product_code", "article_number", "item_code", "item_number", "artikelnummer", "رمز_المنتج");
        synonyms("name", "product_name", "title", "bezeichnung", "اسم_المنتج");
        synonyms("name_ar", "arabic_name");
        synonyms("description", "product_description", "long_description", "beschreibung", "الوصف");
        synonyms("base_price", "price", "list_price", "unit_price", "preis", "السعر");
        synonyms("currency", "currency_code", "währung", "العملة");
        synonyms("mpn", "manufacturer_part_number", "part_number", "part_no");
        synonyms("gtin", "upc", "ean", "barcode");
        synonyms("source_url", "url", "product_url");
        synonyms("images_url", "image_url", "image", "images");
        synonyms("base_uom", "unit", "uom", "unit_of_measure", "einheit", "الوحدة");
        synonyms("availability", "in_stock");
        synonyms("status");
        synonyms("tax_class");
        synonyms("slug");
        synonyms(CATEGORY, "category_code", "category_name", "kategorie", "الفئة");
        synonyms(BRAND, "brand_name", "manufacturer", "marke", "العلامة_التجارية");
    }

    /** The columns of the file by the fields that they hold. */
    private final Map<String, String> columns;

    private ProductColumns(Map<String, String> columns) {
        this.columns = columns;
    }

    private static void synonyms(String field, String... names) {
        FIELDS.put(field, field);
        for (var name : names) {
            FIELDS.put(name, field);
        }
    }

    /** 422 where the SKU is missing, or two columns hold one field. */
    static ProductColumns of(Set<String> header) {
        var columns = new HashMap<String, String>();
        for (var column : new HashSet<>(header)) {
            var field = FIELDS.get(column);
            var other = field == null ? null : columns.put(field, column);
            if (other != null) {
                throw Problem.invalid("", "reference.column_twice", field);
            }
        }
        if (!columns.containsKey("sku")) {
            throw Problem.invalid("", "reference.column_missing", "sku");
        }
        return new ProductColumns(columns);
    }

    /** The cells that hold something, cleaned, by their fields. */
    ObjectNode cells(ReferenceRow row) {
        var cells = JsonNodeFactory.instance.objectNode();
        var sku = CleanText.of(row.raw(columns.get("sku")));
        columns.forEach((field, column) -> {
            var text = clean(field, row.raw(column), sku);
            if (!text.isEmpty()) {
                cells.put(field, text);
            }
        });
        return cells;
    }

    private static String clean(String field, String cell, String sku) {
        return switch (field) {
            case "name" -> CleanText.name(cell, sku);
            case "description" -> CleanText.of(cell);
            case "availability" -> availability(cell.strip().toLowerCase(Locale.ROOT));
            default -> CleanText.of(cell).replace('\n', ' ');
        };
    }

    private static String availability(String word) {
        if (TRUE.contains(word)) {
            return "in_stock";
        }
        return Set.of("false", "0", "no", "n").contains(word) ? "out_of_stock" : word;
    }
}
