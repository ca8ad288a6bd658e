package org.quartermaster.catalog.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.quartermaster.catalog.matching.Shortlist.Found;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/**
 * Matches lines with the articles of a tenant. NB: an index of all articles in memory would cost minutes and gigabytes
 * for each tenant, so the database names those that share words or numbers with the lines, and only these are compared.
 */
@ApplicationScoped
public class Matching {
    /** Lines that are looked up together; each such number of lines costs three round trips. */
    public static final int TOGETHER = 500;

    private static final int MOST_OF_PHRASE = 40;
    private static final String WORDS = "select word, articles, ids from catalog.articles_with_words($1, $2)";
    private static final String PHRASES = "select phrase as name, ids from catalog.articles_with_phrases($1, $2)";
    private static final String TYPOS = "select word as name, ids from catalog.articles_with_typos($1, $2)";

    private final TenantDatabase database;
    private final ArticleRows rows;
    private final Feedback feedback;

    @Inject
    Matching(TenantDatabase database, ArticleRows rows, Feedback feedback) {
        this.database = database;
        this.rows = rows;
        this.feedback = feedback;
    }

    /** What is known of the lines before they are compared. */
    private record Search(
            List<Wish> wishes, List<Map<String, Double>> sought, Shortlist shortlist, Map<String, List<Long>> byKey) {}

    /** The matches of each line, the surest first, at most five; at most {@link #TOGETHER} lines. */
    public Uni<List<List<Match>>> match(Caller caller, List<Wish> lines) {
        return HeavyWork.run(() -> lines.stream().map(SoughtWords::of).toList())
                .chain(sought -> find(caller, lines, sought))
                .chain(search -> widen(caller, search))
                .chain(search -> compare(caller, search));
    }

    private Uni<Search> find(Caller caller, List<Wish> lines, List<Map<String, Double>> sought) {
        var words = new TreeSet<String>();
        sought.forEach(line -> words.addAll(line.keySet()));
        var keys = new TreeSet<String>();
        lines.forEach(line -> keys.addAll(NamedKeys.of(line)));
        return database.readAll(
                        caller,
                        List.of(
                                ArticleRows.count(caller.tenant()),
                                Query.of(WORDS, words.toArray(String[]::new), Shortlist.MOST_NAMED),
                                ArticleRows.byKeys(caller.tenant(), keys),
                                Feedback.of(caller.tenant(), lines)))
                .map(results -> {
                    var articles = results.get(0).iterator().next().getLong("articles");
                    return new Search(
                            feedback.learned(lines, results.get(3)),
                            sought,
                            new Shortlist(articles, words(results.get(1))),
                            byKey(results.get(2)));
                });
    }

    private static Map<String, Found> words(RowSet<Row> rows) {
        var found = new HashMap<String, Found>();
        rows.forEach(row -> found.put(row.getString("word"), new Found(row.getLong("articles"), ids(row))));
        return found;
    }

    private static List<Long> ids(Row row) {
        var ids = row.getArrayOfLongs("ids");
        return ids == null ? null : Arrays.asList(ids);
    }

    private static Map<String, List<Long>> byKey(RowSet<Row> rows) {
        var found = new HashMap<String, List<Long>>();
        rows.forEach(row -> found.computeIfAbsent(row.getString("key"), any -> new ArrayList<>())
                .add(row.getLong("id")));
        return found;
    }

    /** Looks phrases of common words and mistyped words up. */
    private Uni<Search> widen(Caller caller, Search search) {
        var phrases = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (var line : search.sought()) {
            phrases.addAll(search.shortlist().phrases(line));
            unknown.addAll(search.shortlist().unknown(line));
        }
        return database.readAll(
                        caller,
                        List.of(
                                Query.of(PHRASES, phrases.toArray(String[]::new), MOST_OF_PHRASE),
                                Query.of(TYPOS, unknown.toArray(String[]::new), MOST_OF_PHRASE)))
                .map(results -> {
                    results.forEach(found -> search.shortlist().add(named(found)));
                    return search;
                });
    }

    private static Map<String, List<Long>> named(RowSet<Row> rows) {
        var found = new HashMap<String, List<Long>>();
        rows.forEach(row -> found.put(row.getString("name"), ids(row)));
        return found;
    }

    private Uni<List<List<Match>>> compare(Caller caller, Search search) {
        return HeavyWork.run(() -> candidates(search))
                .chain(ids -> database.readAll(caller, List.of(ArticleRows.byIds(caller.tenant(), ids))))
                .chain(found -> HeavyWork.run(() -> matches(search, found.get(0))));
    }

    private static TreeSet<Long> candidates(Search search) {
        var ids = new TreeSet<Long>();
        for (var i = 0; i < search.wishes().size(); i++) {
            var wish = search.wishes().get(i);
            var certain = new LinkedHashSet<>(wish.confirmed());
            NamedKeys.of(wish).forEach(key -> certain.addAll(search.byKey().getOrDefault(key, List.of())));
            ids.addAll(search.shortlist().of(search.sought().get(i), certain));
        }
        return ids;
    }

    private List<List<Match>> matches(Search search, RowSet<Row> found) {
        var articles =
                StreamSupport.stream(found.spliterator(), false).map(rows::read).toList();
        var index = new ArticleIndex(articles, search.shortlist().frequencies());
        var matcher = new Matcher(index, Units.standard());
        return search.wishes().stream().map(matcher::match).toList();
    }
}
