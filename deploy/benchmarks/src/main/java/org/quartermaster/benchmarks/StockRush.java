package org.quartermaster.benchmarks;

import java.sql.SQLException;

/** Many who want stock at once: of one article, and of different ones. */
final class StockRush {
    private static final int BUYERS = 200;
    private static final int PIECES = 100;
    private static final double A_SECOND = 500;
    private static final String BODY = """
            {"reference": "bench-%d", "lines": [{"product_id": %d, "quantity": 1}]}""";
    private static final String RESERVED = """
            select quantity_reserved from catalog.productinventory where tenant_id = '%s' and product_id = %d
            """;
    private static final String DEADLOCKS = "select deadlocks from pg_stat_database where datname = 'catalog'";

    private final Run run;

    StockRush(Run run) {
        this.run = run;
    }

    void measure() throws SQLException {
        oneArticle();
        differentArticles();
    }

    private void oneArticle() throws SQLException {
        var article = ProductMass.SOLD;
        var deadlocks = number(DEADLOCKS);
        try (var buyers = new Load(BUYERS)) {
            var result = buyers.run(BUYERS, n -> reserve(n, article));
            var reserved = number(RESERVED.formatted(Stand.TENANT, article));
            var report = run.report();
            var what = " of " + BUYERS + " at once for " + PIECES + " pieces of one article";
            report.exactly("buyers with success" + what, result.good(), "", PIECES);
            report.exactly("pieces held" + what, reserved, "", PIECES);
            report.exactly("deadlocks" + what, number(DEADLOCKS) - deadlocks, "", 0);
            report.note("the slowest" + what + " had an answer after " + Report.number(result.millis(1)) + " ms");
        }
    }

    private void differentArticles() {
        var time = run.settings().measure();
        var others = ProductMass.SOLD - 1;
        Run.good("reservations", run.load().run(time.dividedBy(2), n -> reserve(n, 1 + n % others)));
        var made = Run.good("reservations", run.load().run(time, n -> reserve(n, 1 + n % others)));
        run.report().atLeast("reservations of different articles", made.perSecond(), "a second", A_SECOND);
    }

    private Load.Call reserve(long n, long article) {
        return run.post("/api/v1/reservations", n, BODY.formatted(n, article));
    }

    private double number(String sql) throws SQLException {
        return Double.parseDouble(Ask.text(run.stand(), run.stand().name, sql));
    }
}
