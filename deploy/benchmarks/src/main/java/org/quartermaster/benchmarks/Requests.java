package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Set;

/** Requests for quotation as a clerk sends them. */
final class Requests {
    private static final String PATH = "/api/v1/rfps";
    private static final String JSON = "application/json";
    private static final Set<String> OPEN = Set.of("pending", "analyzing");
    private static final long LOOK_MILLIS = 20;

    private final Api api;

    Requests(Api api) {
        this.api = api;
    }

    /** Sends a text; the request when it is analysed. */
    JsonObject text(String name, String text) throws IOException, InterruptedException {
        var body = new JsonObject()
                .put("document_name", name)
                .put("text", text)
                .put("client_name", "Bench")
                .put("allow_duplicate", true);
        return analysed(api.post(PATH, JSON, body.encode()));
    }

    /** Sends a file; the request when it is analysed. */
    JsonObject file(String name, String content) throws IOException, InterruptedException {
        return analysed(api.form(PATH, name, content));
    }

    private JsonObject analysed(JsonObject sent) throws IOException, InterruptedException {
        var path = PATH + "/" + sent.getLong("id");
        var shown = sent;
        while (OPEN.contains(shown.getString("analysis_status"))) {
            Thread.sleep(LOOK_MILLIS);
            shown = api.get(path);
        }
        if (!shown.getString("analysis_status").equals("analyzed")) {
            throw new IllegalStateException("the analysis ended badly: " + shown.encode());
        }
        return shown;
    }

    /** At most a hundred lines with what each may mean. */
    JsonArray lines(long rfp) throws IOException, InterruptedException {
        return api.get(PATH + "/" + rfp + "/lines?limit=100&fields=matches").getJsonArray("items");
    }

    void quote(long rfp) throws IOException, InterruptedException {
        api.post(PATH + "/" + rfp + "/quotations", JSON, "{\"currency\": \"USD\", \"project_title\": \"Bench\"}");
    }
}
