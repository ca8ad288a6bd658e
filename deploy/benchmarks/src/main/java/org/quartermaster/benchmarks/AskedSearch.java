package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One search of products, both as a request and as the search function of the database reads it.
 *
 * @param text folded words of letters, or one number
 * @param filters as in the query of the request; empty or beginning with {@code &}
 * @param asked the filters as the function reads them
 * @param facets to count
 */
record AskedSearch(String text, String filters, JsonObject asked, List<String> facets) {
    private static final String PATH = "/api/v1/products/search?limit=%d&q=%s%s%s";
    private static final int LIMIT = 10;

    static AskedSearch of(String text) {
        return new AskedSearch(text, "", new JsonObject(), List.of());
    }

    String path() {
        var counted = facets.isEmpty() ? "" : "&facets=" + String.join(",", facets);
        return PATH.formatted(LIMIT, URLEncoder.encode(text, StandardCharsets.UTF_8), filters, counted);
    }

    /** What the service asks the function for at first. */
    String first() {
        return json().encode();
    }

    /** What it asks for when it knows which word is meant by the one of the text. */
    String meant(String word) {
        var both = new ArrayList<>(List.of(text, word));
        both.sort(Comparator.naturalOrder());
        var json = json();
        json.getJsonArray("reasons").add(reason(word + " (" + text + ")", "'" + word + "'"));
        return json.put("typos", "(('" + String.join("' | '", both) + "'))").encode();
    }

    private JsonObject json() {
        var words = text.split(" ");
        var each = new JsonArray();
        var reasons = new JsonArray();
        for (var word : words) {
            each.add(reason(word, "('" + word + "')"));
            reasons.add(reason(word, "('" + word + "')"));
        }
        return new JsonObject()
                .put("text", text)
                .put("key", text.replace(" ", "").toUpperCase(Locale.ROOT))
                .put("all", joined(words, " & "))
                .put("some", words.length < 2 ? null : joined(words, " | "))
                .put("typos", null)
                .put("words", each)
                .put("reasons", reasons)
                .put("filters", asked)
                .put("facets", new JsonArray(facets))
                .put("limit", LIMIT);
    }

    private static String joined(String[] words, String sign) {
        return "("
                + String.join(
                        sign,
                        Arrays.stream(words).map(word -> "('" + word + "')").toList()) + ")";
    }

    private static JsonObject reason(String text, String query) {
        return new JsonObject().put("text", text).put("query", query);
    }
}
