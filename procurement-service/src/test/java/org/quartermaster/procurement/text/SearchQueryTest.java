package org.quartermaster.procurement.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

class SearchQueryTest {
    private static SearchQuery read(String q, String... excluded) {
        var parameters = new MultivaluedHashMap<String, String>();
        if (q != null) {
            parameters.add("q", q);
        }
        parameters.addAll("exclude", excluded);
        var fields = Fields.ofQuery(parameters);
        var query = SearchQuery.read(fields);
        fields.checkQuery();
        return query;
    }

    private static String error(String q) {
        var problem = assertThrows(Problem.class, () -> read(q));
        assertEquals(422, problem.type().status());
        return problem.errors().get(0).code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a b; [[a], [b]]; []",
                "a OR b c; [[a, b], [c]]; []",
                "c a OR b OR d; [[c], [a, b, d]]; []",
                "'\"a b\" c'; [[a b], [c]]; []",
                "'\"a b'; [[a b]]; []",
                "'„a b“ -«c d»'; [[a b]]; [c d]",
                "a -b; [[a]]; [b]",
                "a OR -b c; [[a], [c]]; [b]",
                "a -\"b c\"; [[a]]; [b c]",
                "OR a OR; [[a]]; []",
                "a or b; [[a], [or], [b]]; []",
                "a \"OR\" b; [[a], [OR], [b]]; []",
                "a - & b; [[a], [b]]; []",
                "=it serv*; [[=it], [serv*]]; []",
                "'a''; DROP TABLE'; '[[a'';], [DROP], [TABLE]]'; []"
            })
    void aSearchIsReadAs(String q, String groups, String excluded) {
        var query = read(q);

        assertEquals(groups, query.groups().toString());
        assertEquals(excluded, query.excluded().toString());
    }

    @Test
    void termsToLeaveOutMayStandByThemselves() {
        assertEquals("!('x' | 'y')", read(null, "x", "y").tsquery(Set.of(Part.values())));
        assertEquals("('a') & !('b' | 'x')", read("a -b", "x").tsquery(Set.of(Part.values())));
        assertNull(read(null));
        assertNull(read("  "));
    }

    @Test
    void searchesThatCannotBeAnsweredAreRefused() {
        assertEquals("only_exclusions", error("-a -b"));
        assertEquals("term_without_word", error("&&&"));
        assertEquals("string_too_long", error("a".repeat(10_000)));
        assertEquals("too_many_values", error("a ".repeat(1_000).strip()));
        assertEquals("nul_character", error("a\0b"));
    }

    @Test
    void noTextBreaksTheSearch() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var n = 0; n < 5_000; n++) {
            var q = random.ints(random.nextInt(20), 0, 10)
                    .mapToObj(
                            kind -> new String[] {"\"", "-", " ", "OR", "*", "=", "a", "ш", "\uD83D\uDE00", "'"}[kind])
                    .collect(Collectors.joining());
            var query = SearchQuery.parse(q);

            assertEquals(
                    query.groups().stream().mapToLong(group -> group.size()).sum(),
                    query.groups().stream().flatMap(group -> group.stream()).count(),
                    "seed " + seed);
            query.matches(SearchVector.ofChunk(q), Set.of(Part.values()));
            query.tsquery(Set.of(Part.TITLE));
        }
    }
}
