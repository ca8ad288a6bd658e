package org.quartermaster.catalog.matching;

import java.util.List;

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
 * @param specifications what is known of it beside
 */
public record Article(
        long id,
        List<ArticleKey> keys,
        String name,
        String nameAr,
        String brand,
        String category,
        String description,
        List<Specification> specifications) {
    /** One property in words, such as {@code Weight} and {@code 1.8 kg}. */
    public record Specification(String name, String value) {}

    /** One number that identifies a product. */
    public record ArticleKey(Kind kind, String value) {}

    /** What kind of number it is. */
    public enum Kind {
        SKU,
        MPN,
        GTIN
    }
}
