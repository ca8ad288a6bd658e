package org.quartermaster.catalog;

import java.sql.SQLException;
import org.quartermaster.catalog.text.Slug;
import org.quartermaster.catalog.text.Words;

/** Products of a tenant, with the words that they are found by. */
public final class TestProducts {
    private TestProducts() {}

    /** The id of a new product. */
    public static long add(String tenant, String sku, String name, String description) throws SQLException {
        try (var session = CatalogSession.in(tenant)) {
            return Long.parseLong(session.value("""
                    insert into catalog.product (tenant_id, sku, name, slug, description, folded_name, folded_keys,
                      folded_description)
                    values ('%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s') returning id
                    """.formatted(
                    tenant, sku, name, Slug.of(sku), description, words(name), words(sku), words(description))));
        }
    }

    private static String words(String text) {
        return String.join(" ", Words.of(text));
    }

    /** A pack of a product. */
    public static void addPack(String tenant, long product, String code, int factor) throws SQLException {
        try (var session = CatalogSession.in(tenant)) {
            session.run(
                    "insert into catalog.productpack (tenant_id, product_id, code, factor) values ('%s', %d, '%s', %d)"
                            .formatted(tenant, product, code, factor));
        }
    }
}
