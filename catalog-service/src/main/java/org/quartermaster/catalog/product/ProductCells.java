package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
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
}
