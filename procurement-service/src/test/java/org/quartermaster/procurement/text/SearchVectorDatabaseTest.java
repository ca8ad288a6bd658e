package org.quartermaster.procurement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.ScratchDatabase;
import org.quartermaster.platform.db.Sql;

/** PostgreSQL matches what Java matches. */
class SearchVectorDatabaseTest {
    private static final Set<Part> ALL = Set.of(Part.values());

    private static ScratchDatabase server;
    private static Connection database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = ScratchDatabase.start("procurement");
        database = server.connectAsSuperuser();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        database.close();
        server.close();
    }

    private static List<Boolean> matches(String vector, List<String> queries) throws SQLException {
        return Sql.query(
                database, """
                select cast(? as tsvector) @@ cast(query as tsquery)
                from unnest(?) with ordinality as each (query, place) order by place
                """, row -> row.getBoolean(1), vector, database.createArrayOf("text", queries.toArray()));
    }

    private static boolean matches(SearchVector vector, Term term, Set<Part> parts) throws SQLException {
        var found = matches(vector.literal(), List.of(term.tsquery(parts))).get(0);
        assertEquals(vector.has(term, parts), found, term.text());
        return found;
    }

    private static Set<Part> parts(Random random) {
        var parts = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (random.nextBoolean()) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? ALL : parts;
    }

    @Test
    void termsAndSearchesMatchAlike() throws SQLException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var texts = new RandomTexts(random);
        for (var n = 0; n < 500; n++) {
            var vector = SearchVector.of(texts.text(6), texts.text(30), texts.text(3), texts.text(3));
            var expected = new ArrayList<Boolean>();
            var queries = new ArrayList<String>();
            for (var i = 0; i < 20; i++) {
                var parts = parts(random);
                var search = new SearchQuery(
                        List.of(List.of(texts.term(), texts.term()), List.of(texts.term())),
                        random.nextBoolean() ? List.of(texts.term()) : List.of());
                expected.add(search.matches(vector, parts));
                queries.add(search.tsquery(parts));
            }

            assertEquals(expected, matches(vector.literal(), queries), "seed " + seed + "\n" + queries);
        }
    }

    @Test
    void beyondWhatPostgresHoldsBothStopAtTheSamePlace() throws SQLException {
        var many = IntStream.range(0, 30_000).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
        var vector = SearchVector.of("red pump ".repeat(200), many + " red pump", null, null);

        for (var text :
                List.of("w29999", "w1 w2", "w15900 w15901", "w16100 w16101", "w29998 w29999", "red pump", "pump")) {
            var term = Term.parse("=" + text.replace(" ", " =")).orElseThrow();
            matches(vector, term, ALL);
            matches(vector, term, Set.of(Part.TITLE));
            matches(vector, term, Set.of(Part.DESCRIPTION));
        }
        assertTrue(matches(vector, Term.parse("=w29999").orElseThrow(), Set.of(Part.DESCRIPTION)));
        assertTrue(matches(vector, Term.parse("w15900 w15901").orElseThrow(), Set.of(Part.DESCRIPTION)));
        assertTrue(matches(vector, Term.parse("pump").orElseThrow(), Set.of(Part.DESCRIPTION)));
    }

    @Test
    void theLargestTextFitsInAVector() throws SQLException {
        var words = IntStream.range(0, 160_000)
                .mapToObj(n -> Character.toString(0x4E00 + n % 20_000) + Character.toString(0x4E00 + n / 20_000))
                .collect(Collectors.joining(" "));
        var shcha = IntStream.range(0, 60_000)
                .mapToObj(n -> "щш" + Integer.toString(n, 36) + "щщщ")
                .collect(Collectors.joining(" "));
        var longWords =
                IntStream.range(0, 900).mapToObj(n -> n + "学".repeat(500)).collect(Collectors.joining(" "));

        for (var text : List.of(words, shcha, longWords)) {
            assertEquals(
                    List.of(true),
                    matches(SearchVector.of("title", text, "buyer", null).literal(), List.of("'title':A & 'buyer':C")));
        }
    }

    @Test
    void asManyTermsAsMayBeGivenAreOneQuery() throws SQLException {
        var terms = IntStream.range(0, 200)
                .mapToObj(n -> Term.parse("ш ".repeat(98) + "k" + n).orElseThrow())
                .toList();

        assertEquals(List.of(false), matches("'x':1A", List.of(Term.anyOf(terms, ALL))));
    }
}
