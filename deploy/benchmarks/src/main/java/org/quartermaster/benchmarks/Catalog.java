package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;

/** The catalogue: what it proposes for names and requests, its search, its quotations, its prices, its stock. */
final class Catalog {
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
    }
}
