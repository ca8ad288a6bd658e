package org.quartermaster.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Searches among a million products, lists and counts against those of ten thousand, and an import of a million. */
final class CatalogScale {
    private static final int FEW = 10_100;
    private static final double FLAT = 2;
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put("first page", "/api/v1/products?limit=50");
        PATHS.put("first page of a brand", "/api/v1/products?limit=50&brand_id=7");
        PATHS.put("search of a SKU", "/api/v1/products/search?q=bx00000077");
        PATHS.put("statistics", "/api/v1/stats");
    }

    private final Run run;

    CatalogScale(Run run) {
        this.run = run;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        var mass = new ProductMass(run.stand());
        var many = run.settings().catalog().manyProducts();
        mass.products(FEW);
        var few = medians();
        mass.products(many);
        new ProductSearches(run, many).measure();
        medians().forEach((what, p50) -> run.report()
                .atMost(what + " among " + many + " products, p50", p50, "ms", "among " + FEW, few.get(what), FLAT));
        var lists = new ListImport(run);
        lists.measure(many, 1);
        lists.memory(many / 10);
    }

    private Map<String, Double> medians() {
        var medians = new LinkedHashMap<String, Double>();
        PATHS.forEach((what, path) -> medians.put(what, run.median(what, n -> path)));
        return medians;
    }
}
