package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** The catalogue: what it proposes for names and requests, its search, quotations, prices, stock and imports. */
final class Catalog {
    /** One in so many of the products comes in by a list once more. */
    private static final int LISTED = 5;

    private static final int ROUNDS = 3;

    private final Run run;

    Catalog(Run run) {
        this.run = run;
    }

    /** NB: names come first, before the lists hold codes that were not made for them. */
    void measure() throws IOException, SQLException, InterruptedException {
        new NameSuggestions(run).measure();
        new GoldenRequests(run).measure();
        var products = run.settings().catalog().products();
        new ProductMass(run.stand()).products(products);
        new ProductSearches(run, products).measure();
        new RequestWork(run).measure();
        new QuotationPrint(run).measure();
        new PriceLines(run).measure();
        new StockRush(run).measure();
        new ListImport(run).measure(products / LISTED, ROUNDS);
    }
}
