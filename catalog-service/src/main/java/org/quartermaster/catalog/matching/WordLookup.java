package org.quartermaster.catalog.matching;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.catalog.matching.Shortlist.Found;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.security.Caller;

/** Asks the database which articles have words, all words of many lines at once. */
@ApplicationScoped
class WordLookup {
    private static final int MOST_OF_PHRASE = 40;
    private static final int MOST_MEANINGS = 8;
    private static final String WORDS = "select word, articles, ids from catalog.articles_with_words($1, $2)";
    private static final String PHRASES = "select phrase, ids from catalog.articles_with_phrases($1, $2)";
    private static final String SIMILAR = """
            select asked_word, word from catalog.similar_words($1)
            order by asked_word, likeness desc, word collate "C"
            """;

    private final TenantDatabase database;

    @Inject
    WordLookup(TenantDatabase database) {
        this.database = database;
    }

    /** The articles of each word that any has. */
    Uni<Map<String, Found>> words(Caller caller, Collection<String> words) {
        return halved(caller, WORDS, words, Shortlist.MOST_NAMED).map(results -> {
            var found = new HashMap<String, Found>();
            results.forEach(rows -> rows.forEach(
                    row -> found.put(row.getString("word"), new Found(row.getLong("articles"), ids(row)))));
            return found;
        });
    }

    /** The best articles that have all words of each phrase. */
    Uni<Map<String, List<Long>>> phrases(Caller caller, Collection<String> phrases) {
        return halved(caller, PHRASES, phrases, MOST_OF_PHRASE).map(results -> {
            var found = new HashMap<String, List<Long>>();
            results.forEach(rows -> rows.forEach(row -> found.put(row.getString("phrase"), ids(row))));
            return found;
        });
    }

    /** Half of the names over one connection and half over another: each has a process of the database to itself. */
    private Uni<List<RowSet<Row>>> halved(Caller caller, String sql, Collection<String> names, int most) {
        var even = new ArrayList<String>();
        var odd = new ArrayList<String>();
        names.forEach(name -> (even.size() > odd.size() ? odd : even).add(name));
        return Uni.join()
                .all(
                        database.read(caller, sql, even.toArray(String[]::new), most),
                        database.read(caller, sql, odd.toArray(String[]::new), most))
                .andFailFast();
    }

    /** The words of articles that each word may be mistyped for, the likest first. */
    Uni<Map<String, List<String>>> mistyped(Caller caller, Collection<String> words) {
        return database.read(caller, SIMILAR, (Object) words.toArray(String[]::new))
                .map(rows -> {
                    var meanings = new HashMap<String, List<String>>();
                    rows.forEach(row -> {
                        var asked = row.getString("asked_word");
                        var known = meanings.computeIfAbsent(asked, any -> new ArrayList<>());
                        if (known.size() < MOST_MEANINGS && Likeness.isTypo(asked, row.getString("word"))) {
                            known.add(row.getString("word"));
                        }
                    });
                    return meanings;
                });
    }

    private static List<Long> ids(Row row) {
        var ids = row.getArrayOfLongs("ids");
        return ids == null ? null : Arrays.asList(ids);
    }
}
