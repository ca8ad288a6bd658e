package org.quartermaster.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * Articles with classes, features, stock and prices in numbers that requests would take hours to make, written in bulk as
 * superuser: all that the measured paths read. Their ids go from 1 on.
 */
final class ProductMass {
    /** The first articles have stock and a ladder of prices; of the last one of them there are a hundred pieces. */
    static final int SOLD = 1_000;

    private static final int NAME = 6;
    private static final int DESCRIPTION = 20;

    private final Stand stand;

    ProductMass(Stand stand) {
        this.stand = stand;
    }

    /** So many articles in the place of those that are there. */
    void products(int count) throws SQLException, IOException {
        var begin = System.nanoTime();
        stand.execute(sql("empty.sql"), sql("shop.sql").formatted(Stand.TENANT), "select setseed(0.5)");
        Filling.of(
                stand,
                "catalog.product",
                sql("products.sql")
                        .formatted(
                                Stand.TENANT,
                                count,
                                ArticleWords.sql(),
                                Vocabulary.sqlText(NAME),
                                Vocabulary.sqlText(DESCRIPTION)));
        Filling.of(
                stand, "catalog.productspecification", sql("specifications.sql").formatted(Stand.TENANT));
        Filling.of(stand, "catalog.productclassification", sql("classes.sql").formatted(Stand.TENANT));
        stand.execute(sql("trade.sql").formatted(Stand.TENANT, ArticleWords.sql()));
        stand.execute("vacuum (freeze, analyze)", "checkpoint");
        System.out.println("  " + count + " products written in " + Report.number(Imports.since(begin)) + " s");
    }

    static String sql(String file) throws IOException {
        try (InputStream in = ProductMass.class.getResourceAsStream("/sql/catalog/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
