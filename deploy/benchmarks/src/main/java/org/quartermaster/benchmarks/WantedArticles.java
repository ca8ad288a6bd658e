package org.quartermaster.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Articles as a customer asks for them: by number, reworded, mistyped, in part, or not ours at all. */
final class WantedArticles {
    private static final String READ =
            "select sku, name from catalog.product where tenant_id = '%s' and id <= %d order by id";
    private static final int STEP = 7_919;
    private static final int WAYS = 5;

    private final List<String[]> articles = new ArrayList<>();

    WantedArticles(Stand stand) throws SQLException {
        try (var connection = stand.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(READ.formatted(Stand.TENANT, ProductMass.SOLD))) {
            while (rows.next()) {
                articles.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
    }

    /** The n-th line, without its number. */
    String line(int n) {
        var article = articles.get((int) ((long) n * STEP % articles.size()));
        return words(n, article[0], article[1]) + " - " + (1 + n % 40) + " pcs";
    }

    private static String words(int n, String sku, String name) {
        return switch (n % WAYS) {
            case 0 -> sku + " " + name;
            case 1 -> reversed(name);
            case 2 -> ArticleWords.mistyped(name.substring(0, name.indexOf(' '))) + name.substring(name.indexOf(' '));
            case 3 -> name.substring(0, name.lastIndexOf(' '));
            default -> "flux stabiliser number " + n;
        };
    }

    private static String reversed(String name) {
        var words = new ArrayList<>(List.of(name.split(" ")));
        Collections.reverse(words);
        return String.join(" ", words);
    }
}
