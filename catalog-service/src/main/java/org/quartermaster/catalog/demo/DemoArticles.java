package org.quartermaster.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.platform.rest.Json;

/** The articles of the demo with all that belongs to them. */
final class DemoArticles {
    private final DemoCalls calls;
    private final DemoScript script;

    DemoArticles(DemoCalls calls, DemoScript script) {
        this.calls = calls;
        this.script = script;
    }

    void load() throws IOException, InterruptedException {
        var articles = read();
        create(articles);
        for (var article : articles) {
            var path = "/products/" + script.id(article.sku());
            for (var system : List.of("unspsc", "etim")) {
                post(path + "/classifications", article, article.classification(system));
            }
            put(path + "/specifications", article, article.specifications());
            for (var each : article.certifications()) {
                post(path + "/certifications", article, each);
            }
            for (var each : article.packs()) {
                post(path + "/packs", article, each);
            }
            price(path, article);
            for (var each : article.receipts(script)) {
                post("/stock-movements", article, each);
            }
        }
    }

    static List<DemoArticle> read() throws IOException {
        var articles = new ArrayList<DemoArticle>();
        try (var table = ReferenceTable.open(DemoFiles.open("articles.csv"))) {
            for (var row = table.next(); row != null; row = table.next()) {
                articles.add(new DemoArticle(row));
            }
        }
        return articles;
    }

    private void create(List<DemoArticle> articles) throws IOException, InterruptedException {
        var body = Json.object(null).put("mode", "upsert");
        var items = body.putArray("items");
        articles.forEach(article -> items.add(article.product(script)));
        var results = calls.make("/products/bulk", "articles", body).get("results");
        for (var i = 0; i < articles.size(); i++) {
            var result = results.get(i);
            if (!result.hasNonNull("id")) {
                throw new DemoCalls.Refused(
                        articles.get(i).sku(), result.get("status").intValue(), result.toString());
            }
            script.name(articles.get(i).sku(), result.get("id").longValue());
        }
    }

    private void price(String path, DemoArticle article) throws IOException, InterruptedException {
        for (var currency : List.of("USD", "EUR")) {
            put(path + "/prices/ladder", article, article.ladder(currency));
        }
        post(path + "/prices", article, article.cost());
    }

    /** @param body null where there is nothing to send */
    private void post(String path, DemoArticle article, JsonNode body) throws IOException, InterruptedException {
        if (body != null) {
            calls.make(path, article.sku() + " " + body.hashCode(), body);
        }
    }

    private void put(String path, DemoArticle article, JsonNode body) throws IOException, InterruptedException {
        if (body != null) {
            calls.change("PUT", path, article.sku(), body);
        }
    }
}
