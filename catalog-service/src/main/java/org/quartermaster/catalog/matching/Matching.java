package org.quartermaster.catalog.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.quartermaster.catalog.unit.Units;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Caller;

/**
 * Matches lines with the articles of a tenant. NB: an index of all articles in memory would cost minutes and gigabytes
 * for each tenant, so the database names those that share words or numbers with the lines, and only these are compared.
 */
@ApplicationScoped
public class Matching {
    /** Lines that are looked up together; each such number of lines costs six round trips. */
    public static final int TOGETHER = 500;

    private final TenantDatabase database;
    private final WordLookup lookup;
    private final ArticleRows rows;
    private final Feedback feedback;

    @Inject
    Matching(TenantDatabase database, WordLookup lookup, ArticleRows rows, Feedback feedback) {
        this.database = database;
        this.lookup = lookup;
        this.rows = rows;
        this.feedback = feedback;
    }

    /** What is sought for some lines, and the article numbers that they may name. */
    private record Sought(List<Map<String, Double>> words, Set<String> keys) {
        static Sought of(List<Wish> lines) {
            var keys = new TreeSet<String>();
            lines.forEach(line -> keys.addAll(NamedKeys.of(line)));
            return new Sought(lines.stream().map(SoughtWords::of).toList(), keys);
        }

        Set<String> allWords() {
            var all = new TreeSet<String>();
            words.forEach(line -> all.addAll(line.keySet()));
            return all;
        }
    }

    /** What is known of the lines before they are compared. */
    private record Search(
            List<Wish> wishes, List<Map<String, Double>> sought, Shortlist shortlist, Map<String, List<Long>> byKey) {
        Set<String> ofEach(Function<Map<String, Double>, List<String>> part) {
            var all = new TreeSet<String>();
            sought.forEach(line -> all.addAll(part.apply(line)));
            return all;
        }

        Search with(List<Map<String, Double>> corrected) {
            return new Search(wishes, corrected, shortlist, byKey);
        }
    }

    /** The matches of each line, the surest first, at most five; at most {@link #TOGETHER} lines. */
    public Uni<List<List<Match>>> match(Caller caller, List<Wish> lines) {
        return HeavyWork.run(() -> Sought.of(lines))
                .chain(sought -> find(caller, lines, sought))
                .chain(search -> correct(caller, search))
                .chain(search -> widen(caller, search))
                .chain(search -> compare(caller, search));
    }

    private Uni<Search> find(Caller caller, List<Wish> lines, Sought sought) {
        var others = database.readAll(
                caller,
                List.of(
                        ArticleRows.count(caller.tenant()),
                        ArticleRows.byKeys(caller.tenant(), sought.keys()),
                        Feedback.of(caller.tenant(), lines)));
        return lookup.words(caller, sought.allWords())
                .chain(words -> others.map(results -> new Search(
                        feedback.learned(lines, results.get(2)),
                        sought.words(),
                        new Shortlist(results.get(0).iterator().next().getLong("articles"), words),
                        byKey(results.get(1)))));
    }

    private static Map<String, List<Long>> byKey(RowSet<Row> rows) {
        var found = new HashMap<String, List<Long>>();
        rows.forEach(row -> found.computeIfAbsent(row.getString("key"), any -> new ArrayList<>())
                .add(row.getLong("id")));
        return found;
    }

    /** Puts words of articles in the place of mistyped ones. */
    private Uni<Search> correct(Caller caller, Search search) {
        var shortlist = search.shortlist();
        return lookup.mistyped(caller, search.ofEach(shortlist::unknown)).chain(meanings -> {
            var meant = new TreeSet<String>();
            meanings.values().forEach(meant::addAll);
            return lookup.words(caller, meant)
                    .invoke(shortlist::know)
                    .map(known -> search.with(search.sought().stream()
                            .map(line -> shortlist.corrected(line, meanings))
                            .toList()));
        });
    }

    /** Looks phrases of common words up. */
    private Uni<Search> widen(Caller caller, Search search) {
        return lookup.phrases(caller, search.ofEach(search.shortlist()::phrases))
                .invoke(search.shortlist()::add)
                .replaceWith(search);
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

    /** NB: lines do not depend on each other, so all processors take their part of them. */
    private List<List<Match>> matches(Search search, RowSet<Row> found) {
        var articles =
                StreamSupport.stream(found.spliterator(), false).map(rows::read).toList();
        var index = new ArticleIndex(articles, search.shortlist().frequencies());
        var matcher = new Matcher(index, Units.standard());
        return search.wishes().parallelStream().map(matcher::match).toList();
    }
}
