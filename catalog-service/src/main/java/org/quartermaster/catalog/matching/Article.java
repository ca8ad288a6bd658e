package org.quartermaster.catalog.matching;

import java.util.List;
import org.quartermaster.catalog.unit.Measure;

/**
 * What matching knows of a product.
 *
 * @param id of the product
 * @param keys what identifies it: its article number, those of its packs, maker's numbers and bar codes
 * @param name in the catalogue's language
 * @param nameAr Arabic name, null when there is none
 * @param brand null when there is none
 * @param category words of its category and confirmed class, null when there is none
 * @param description null when there is none
 * @param measures its specifications
 */
public record Article(
        long id,
        List<ArticleKey> keys,
        String name,
        String nameAr,
        String brand,
        String category,
        String description,
        List<Measure> measures) {
    /** One number that identifies a product. */
    public record ArticleKey(Kind kind, String value) {}

    /** What kind of number it is. */
    public enum Kind {
        SKU,
        MPN,
        GTIN
    }
}
