package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;

/** The prices of a thousand lines in one request, each of a product with a ladder of twenty rows. */
final class PriceLines {
    private static final String PATH = "/api/v1/prices/resolve";
    private static final double MILLIS = 300;

    private final Run run;

    PriceLines(Run run) {
        this.run = run;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        requirePriced();
        var p50 = run.medianOf("prices", n -> run.post(PATH, n, lines(n)));
        run.report().below("prices of 1,000 lines with 20 ladder rows each, p50", p50, "ms", MILLIS);
        var api = new Api(run.stand());
        var statements = Ask.least(run.stand(), () -> api.post(PATH, "application/json", lines(1)));
        run.report().atMost("statements for them", statements, "", 1);
    }

    private void requirePriced() throws IOException, InterruptedException {
        var items =
                new Api(run.stand()).post(PATH, "application/json", lines(0)).getJsonArray("items");
        for (var item : items) {
            if (!((JsonObject) item).getString("price_status").equals("priced")) {
                throw new IllegalStateException("no price: " + item);
            }
        }
    }

    private static String lines(long n) {
        var lines = new JsonArray();
        for (var product = 1; product <= ProductMass.SOLD; product++) {
            lines.add(new JsonObject()
                    .put("product_id", product)
                    .put("quantity", 1 + (n + product) % 100)
                    .put("currency", "USD"));
        }
        return new JsonObject().put("lines", lines).encode();
    }
}
