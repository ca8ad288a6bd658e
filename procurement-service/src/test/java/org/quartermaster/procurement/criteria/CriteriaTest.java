package org.quartermaster.procurement.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;

class CriteriaTest {
    private static final String ALL = """
            {"keywords": {"any": ["школа", "=IT"], "all": ["опрема"], "none": ["чистење"], "in": ["title", "documents"]},
             "cpv": {"any": ["45210000-2", "30"], "none": ["4521"], "scope": "main"},
             "value": {"min": 0, "max": 1000.5, "currency": "EUR", "of": "actual", "unknown": "include"},
             "buyers": {"any": ["Општина Битола", "00000000-0000-4000-8000-000000000001"], "none": ["Скопје"]},
             "suppliers": {"any": ["Acme"], "none": []},
             "procedures": ["open"], "main_categories": ["goods", "works"], "statuses": ["open", "planned"],
             "countries": ["mk"], "languages": ["MK"], "sources": ["base"],
             "published": {"from": "2026-01-01", "to": null},
             "closing": {"from": null, "to": "2026-02-01T12:00:00+01:00", "min_days_left": 3, "unknown": "exclude"},
             "unknown": "include"}
            """;

    private static Criteria read(String json) {
        var fields = Fields.ofJson(Json.object(json.getBytes(StandardCharsets.UTF_8)), Fields.Nulls.IGNORED);
        var criteria = Criteria.read(fields);
        fields.check();
        return criteria;
    }

    private static String error(String json) {
        var problem = assertThrows(Problem.class, () -> read(json));
        assertEquals(422, problem.type().status());
        return problem.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .collect(Collectors.joining(", "));
    }

    private static String list(String object, int size) {
        var entries = IntStream.range(0, size).mapToObj(n -> "\"12\"").collect(Collectors.joining(","));
        return "{\"" + object + "\": {\"any\": [" + entries + "]}}";
    }

    @Test
    void criteriaAreReadWhole() {
        var criteria = read(ALL);

        assertEquals("[школа, =IT]", criteria.keywords().any().toString());
        assertEquals("4521", criteria.cpv().any().get(0).prefix());
        assertEquals(CpvCriterion.Scope.MAIN, criteria.cpv().scope());
        assertEquals(Unknown.INCLUDE, criteria.unknownValue());
        assertEquals(Unknown.EXCLUDE, criteria.unknownClosing());
        assertEquals("MK", criteria.countries().get(0));
        assertEquals("mk", criteria.languages().get(0));
        assertEquals(
                Instant.parse("2026-02-01T11:00:00Z"),
                criteria.closing().period().to().last());
    }

    @Test
    void criteriaSurviveTheirJson() {
        var criteria = read(ALL);
        var json = criteria.toJson();

        assertEquals(criteria, Criteria.stored(json));
        assertEquals(json.toString(), Criteria.stored(json).toJson().toString());
        assertEquals("{\"unknown\":\"exclude\"}", read("{}").toJson().toString());
        assertEquals(
                "{\"min\":100,\"max\":1000.5,\"currency\":\"EUR\",\"of\":\"estimated\"}",
                read("""
                        {"value": {"min": 1e2, "max": 1000.50, "currency": "EUR"}}""").toJson().get("value").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"keyword\": {}}; keyword unknown_field",
                "{\"keywords\": {\"some\": []}}; keywords.some unknown_field",
                "{\"closing\": {\"days\": 1}}; closing.days unknown_field",
                "{\"keywords\": \"a\"}; keywords type",
                "{\"keywords\": {\"any\": [\"-\"]}}; keywords.any[0] term_without_word",
                "{\"keywords\": {\"any\": [1]}}; keywords.any type",
                "{\"keywords\": {\"any\": \"a\"}}; keywords.any type",
                "{\"procedures\": \"open\"}; procedures type",
                "{\"keywords\": {\"in\": [\"title\", \"body\"]}}; keywords.in enum",
                "{\"cpv\": {\"any\": [\"45\", \"9\", \"abc\"]}}; cpv.any[1] malformed_cpv, cpv.any[2] malformed_cpv",
                "{\"value\": {\"min\": 1}}; value.currency currency_needed",
                "{\"value\": {\"currency\": \"EUR\"}}; value.min missing",
                "{\"value\": {\"min\": 2, \"max\": 1, \"currency\": \"EUR\"}}; value.max range_backwards",
                "{\"value\": {\"min\": \"1\", \"currency\": \"EUR\"}}; value.min float_parsing, value.min missing",
                "{\"value\": {\"min\": 1e9999, \"max\": 1, \"currency\": \"EUR\"}}; value.min finite_number",
                "{\"value\": {\"min\": 1, \"currency\": \"eu1\"}}; value.currency string_pattern",
                "{\"countries\": [\"MK\", \"MKD\"]}; countries[1] string_pattern",
                "{\"procedures\": [\"closed\"]}; procedures enum",
                "{\"published\": {\"from\": \"2025-02-30\"}}; published.from datetime_parsing",
                "{\"published\": {\"from\": \"2025-02-03T10:00:00\"}}; published.from datetime_parsing",
                "{\"published\": {\"from\": \"2025-02-03\", \"to\": \"2025-02-02\"}}; published.to range_backwards",
                "{\"closing\": {\"min_days_left\": -1}}; closing.min_days_left greater_than_equal",
                "{\"unknown\": \"maybe\"}; unknown enum"
            })
    void wrongCriteriaAreRefused(String json, String errors) {
        assertEquals(errors, error(json));
    }

    @Test
    void aDayIsAsGoodAsBothOfItsEnds() {
        var period = read("""
                {"published": {"from": "2026-01-31", "to": "2026-01-31"}}""").published();

        assertTrue(period.includes(Instant.parse("2026-01-31T00:00:00Z")));
        assertTrue(period.includes(Instant.parse("2026-01-31T23:59:59.999999Z")));
        assertFalse(period.includes(Instant.parse("2026-02-01T00:00:00Z")));
        assertFalse(period.includes(Instant.parse("2026-01-30T23:59:59.999999Z")));
    }

    @Test
    void listsAndTermsHaveTheirLimits() {
        for (var object : new String[] {"keywords", "cpv", "buyers", "suppliers"}) {
            assertFalse(read(list(object, 200)).isEmpty());
            assertEquals(object + ".any too_many_values", error(list(object, 201)));
        }
        var term = "{\"buyers\": {\"any\": [\"%s\"]}}";
        assertFalse(read(term.formatted("a".repeat(200))).isEmpty());
        assertEquals("buyers.any[0] string_too_long", error(term.formatted("a".repeat(201))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "{\"keywords\": {\"in\": [\"title\"]}, \"unknown\": \"include\"}",
                "{\"cpv\": {\"scope\": \"main\"}, \"value\": null, \"closing\": {\"unknown\": \"include\"}, \"statuses\": []}"
            })
    void criteriaThatAskForNothingAreEmpty(String json) {
        var fields = Fields.ofJson(Json.object(json.getBytes(StandardCharsets.UTF_8)), Fields.Nulls.IGNORED);
        var criteria = Criteria.read(fields);

        criteria.requireAny(fields, "criteria");

        assertTrue(criteria.isEmpty());
        assertEquals("empty_criteria", fields.errors().get(0).code());
    }
}
