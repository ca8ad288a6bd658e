package org.quartermaster.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields.Nulls;

class FieldsTest {
    private enum Colour {
        RED,
        BLUE
    }

    private static Fields json(String text) {
        return Fields.ofJson(Json.object(text.getBytes(StandardCharsets.UTF_8)), Nulls.IGNORED);
    }

    private static Fields query(String... values) {
        var parameters = new MultivaluedHashMap<String, String>();
        parameters.addAll("list", values);
        return Fields.ofQuery(parameters);
    }

    private static String errors(Fields fields) {
        return fields.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"list": ["red", "blue"]} | red blue |
            {"list": []}              |          |
            {"list": null}            |          |
            {}                        |          |
            {"list": "red"}           |          | list type
            {"list": {"red": 1}}      |          | list type
            {"list": ["red", 5]}      |          | list type
            """)
    void aListOfJsonIsAnArrayOfTexts(String text, String values, String errors) {
        var fields = json(text);

        var read = fields.texts("list");

        assertEquals(errors == null ? "" : errors, errors(fields));
        if (errors == null) {
            assertEquals(values == null ? "" : values, String.join(" ", read));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"list": "red"}          | list type
            {"list": ["red,blue"]}   | list enum
            {"list": ["red", "tar"]} | list enum
            """)
    void wordsOfJsonAreAnArrayOfSingleOnes(String text, String errors) {
        var fields = json(text);

        fields.words("list", Colour.class);

        assertEquals(errors, errors(fields));
    }

    @Test
    void aParameterIsAListByItselfRepeatedOrByComma() {
        var fields = query("red");
        var separated = query("red,blue");
        var repeated = query("red", "blue");

        assertEquals(List.of("red"), fields.texts("list"));
        assertEquals(List.of(Colour.RED, Colour.BLUE), separated.words("list", Colour.class));
        assertEquals(List.of(Colour.RED, Colour.BLUE), repeated.words("list", Colour.class));
        assertEquals("", errors(fields) + errors(separated) + errors(repeated));
    }

    @Test
    void whatNobodyAskedForIsRefusedHoweverDeepAndOnce() {
        var fields =
                json("{\"box\": {\"size\": 1, \"colour\": 1, \"lids\": [{\"kind\": \"x\", \"hue\": 2}]}, \"ink\": 3}");

        var box = fields.nested("box");
        box.integer("size", 0, 9);
        box.items("lids", 9).forEach(lid -> lid.text("kind", 0, 9));
        box.refuseUnknown();

        var refused = assertThrows(Problem.class, fields::checkStrictly);
        assertEquals(ProblemType.UNKNOWN_FIELD, refused.type());
        assertEquals("box.colour unknown_field, box.lids[0].hue unknown_field, ink unknown_field", errors(fields));
    }

    @Test
    void theMembersThatAClientNamesAreNotUnknown() {
        var fields = json("{\"oils\": {\"gear\": 1}}");

        assertEquals(Set.of("gear"), fields.members("oils").names());

        fields.checkStrictly();
    }

    @Test
    void nullClearsAMemberOnlyWhereThatIsAsked() {
        var text = "{\"box\": {\"name\": null}}";

        assertFalse(json(text).nested("box").text("name", 0, 9).given());
        assertTrue(json(text).nested("box", Nulls.CLEAR).text("name", 0, 9).given());
    }
}
