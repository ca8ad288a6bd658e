package org.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The articles of the project's golden set, as a catalogue manager brings them in. */
final class GoldenArticles {
    private static final String FOLDER = "catalog-service/src/test/resources/golden/";
    private static final String JSON = "application/json";

    private final Api api;
    private final Map<String, Long> places = new HashMap<>();

    GoldenArticles(Api api) {
        this.api = api;
    }

    static List<NamedCsvRecord> rows(Path home, String file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(home.resolve(FOLDER + file))) {
            return reader.stream().toList();
        }
    }

    /** The ids by SKU. */
    Map<String, Long> load(Path home) throws IOException, InterruptedException {
        var rows = rows(home, "products.csv");
        var items = new JsonArray();
        for (var row : rows) {
            items.add(item(row));
        }
        var body = new JsonObject().put("mode", "create").put("items", items);
        var results = api.post("/api/v1/products/bulk", JSON, body.encode()).getJsonArray("results");
        var ids = new HashMap<String, Long>();
        for (var n = 0; n < rows.size(); n++) {
            var id = results.getJsonObject(n).getLong("id");
            ids.put(rows.get(n).getField("sku"), id);
            describe("/api/v1/products/" + id, rows.get(n));
        }
        return ids;
    }

    private JsonObject item(NamedCsvRecord row) throws IOException, InterruptedException {
        var item = new JsonObject()
                .put("brand_id", place("/api/v1/brands", row.getField("brand")))
                .put("category_id", place("/api/v1/categories", row.getField("class")));
        for (var field : List.of("sku", "name", "name_ar", "mpn", "description")) {
            if (!row.getField(field).isEmpty()) {
                item.put(field, row.getField(field));
            }
        }
        return item;
    }

    /** A brand or category, made when it is first named. */
    private long place(String path, String name) throws IOException, InterruptedException {
        var known = places.get(path + name);
        if (known == null) {
            var body = new JsonObject().put("name", name).encode();
            known = api.post(path, JSON, body).getLong("id");
            places.put(path + name, known);
        }
        return known;
    }

    private void describe(String path, NamedCsvRecord row) throws IOException, InterruptedException {
        var specifications = new JsonArray();
        for (var pair : pairs(row.getField("specifications"), ";", "=")) {
            specifications.add(new JsonObject().put("spec_name", pair[0]).put("spec_value", pair[1]));
        }
        if (!specifications.isEmpty()) {
            api.put(
                    path + "/specifications",
                    new JsonObject().put("items", specifications).encode());
        }
        for (var pair : pairs(row.getField("packs"), ";", ":")) {
            var pack = new JsonObject().put("code", pair[0]).put("factor", Integer.parseInt(pair[1]));
            api.post(path + "/packs", JSON, pack.encode());
        }
    }

    private static List<String[]> pairs(String text, String between, String within) {
        return List.of(text.split(between)).stream()
                .map(part -> part.split(within, 2))
                .filter(pair -> pair.length == 2)
                .toList();
    }
}
