package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.quartermaster.catalog.batch.CleanedCells;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.catalog.text.CleanText;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.Problem.FieldError;
import org.quartermaster.platform.rest.Fields;

/** Takes the cells of a row over into an article. */
final class ProductCells {
    private ProductCells() {}

    /**
     * The article that a row makes. NB: the writing of its key, such as small letters, is no change of an article.
     *
     * @param known the article that is there; null for a new one
     * @param shown as the API shows it, where texts are the same when they are so cleaned; else null
     */
    static Product applied(FileRow row, Product known, JsonNode shown) {
        if (known == null) {
            requireNames(row);
            var product = new FoldedProduct();
            ProductFields.apply(Fields.ofCells(row.cells()), Saving.WHOLE, product);
            return product;
        }
        if (shown != null) {
            keepSame(row, known, shown);
        }
        var sku = known.sku;
        ProductFields.apply(Fields.ofCells(row.cells()), Saving.PART, known);
        known.sku = sku;
        return known;
    }

    private static void keepSame(FileRow row, Product known, JsonNode shown) {
        if (row.text("name").equals(CleanText.name(known.name, known.sku))) {
            row.cells().remove("name");
        }
        CleanedCells.keepSame(row.cells(), shown);
    }

    /** NB: cells leave fields as they are, so that fields of cells ask for no more than that they are not cleared. */
    private static void requireNames(FileRow row) {
        var missing = Stream.of("sku", "name")
                .filter(field -> row.text(field).isEmpty())
                .map(field -> new FieldError(field, "missing"))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    /** What a row says of a new article, of all that others can say of it too. */
    static ObjectNode said(Product product, boolean saysUnit) {
        var said = JsonNodeFactory.instance.objectNode();
        said.put("name", product.name);
        put(said, "name_ar", product.nameAr);
        put(said, "description", product.description);
        put(said, "category_id", product.categoryId);
        put(said, "brand_id", product.brandId);
        put(said, "supplier_id", product.supplierId);
        put(said, "mpn", product.mpn);
        put(said, "gtin", product.gtin);
        put(said, "base_uom", saysUnit ? product.baseUom : null);
        put(said, "source_url", product.sourceUrl);
        put(said, "images_url", product.imagesUrl);
        return said;
    }

    private static void put(ObjectNode said, String field, String value) {
        if (value != null) {
            said.put(field, value);
        }
    }

    private static void put(ObjectNode said, String field, Long value) {
        if (value != null) {
            said.put(field, value);
        }
    }
}
