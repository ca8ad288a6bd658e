package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** A quotation of a thousand lines as PDF. */
final class QuotationPrint {
    private static final String PATH = "/api/v1/quotations";
    private static final double SECONDS = 2;

    private final Run run;
    private final Api api;

    QuotationPrint(Run run) {
        this.run = run;
        this.api = new Api(run.stand());
    }

    /** NB: the first one warms what prints; the second has other lines, so that nothing of it is kept. */
    void measure() throws IOException, InterruptedException {
        api.drain(draft(1));
        var second = draft(2);
        var begin = System.nanoTime();
        api.drain(second);
        run.report().below("PDF of a quotation of 1,000 lines", Imports.since(begin), "s", SECONDS);
    }

    /** The path of the PDF of a new quotation. */
    private String draft(int quantity) throws IOException, InterruptedException {
        var items = new JsonArray();
        for (var product = 1; product <= ProductMass.SOLD; product++) {
            items.add(new JsonObject().put("product_id", product).put("quantity", quantity));
        }
        var body = new JsonObject()
                .put("client_name", "Bench")
                .put("project_title", "Bench")
                .put("currency", "USD")
                .put("items", items);
        return PATH + "/" + api.post(PATH, "application/json", body.encode()).getLong("id") + "/pdf";
    }
}
