package org.quartermaster.catalog.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.quartermaster.catalog.matching.Article.ArticleKey;
import org.quartermaster.catalog.matching.Article.Kind;
import org.quartermaster.catalog.matching.Article.Specification;
import org.quartermaster.catalog.rfpreading.Extractor;
import org.quartermaster.catalog.rfpreading.Item;
import org.quartermaster.catalog.rfpreading.RfpFile;
import org.quartermaster.catalog.rfpreading.UnreadableFile;
import org.quartermaster.catalog.unit.Units;

/** The golden set: our own articles, and lines of requests with the article that is meant. */
final class GoldenSet {
    private GoldenSet() {}

    /** An item of a request, the number of the article that is meant (null for none), and whether it is held back. */
    record Line(Item item, Long expected, boolean isHeld) {}

    static List<Article> articles() {
        var articles = new ArrayList<Article>();
        for (var row : rows("/golden/products.csv")) {
            articles.add(article(articles.size() + 1, row));
        }
        return articles;
    }

    private static Article article(long id, NamedCsvRecord row) {
        return new Article(
                id,
                List.of(new ArticleKey(Kind.SKU, row.getField("sku")), new ArticleKey(Kind.MPN, row.getField("mpn"))),
                row.getField("name"),
                given(row.getField("name_ar")),
                row.getField("brand"),
                row.getField("class"),
                row.getField("description"),
                specifications(row.getField("specifications")));
    }

    private static String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Specification> specifications(String text) {
        return Arrays.stream(text.split(";"))
                .map(specification -> specification.split("=", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Specification(parts[0], parts[1]))
                .toList();
    }

    static List<Line> lines() {
        var ids = new HashMap<String, Long>();
        articles().forEach(article -> ids.put(article.keys().get(0).value(), article.id()));
        var requests = rows("/golden/rfp-lines.csv").stream()
                .collect(Collectors.groupingBy(row -> row.getField("rfp"), LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<Line>();
        for (var request : requests.values()) {
            var items = items(request);
            assertThat(items).as("items of %s", request.get(0).getField("rfp")).hasSameSizeAs(request);
            for (var i = 0; i < items.size(); i++) {
                var row = request.get(i);
                lines.add(new Line(
                        items.get(i),
                        ids.get(row.getField("sku")),
                        row.getField("split").equals("held")));
            }
        }
        return lines;
    }

    /** The items that reading finds in a whole request. */
    private static List<Item> items(List<NamedCsvRecord> request) {
        var text = request.stream().map(row -> row.getField("text")).collect(Collectors.joining("\n"));
        try {
            return new Extractor(Units.standard())
                    .extract(RfpFile.read(text.getBytes(StandardCharsets.UTF_8)))
                    .items();
        } catch (UnreadableFile unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (var file = new InputStreamReader(GoldenSet.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
                var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
