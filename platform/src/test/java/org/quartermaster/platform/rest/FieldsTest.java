package org.quartermaster.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        assertThat(errors(fields)).isEqualTo(errors == null ? "" : errors);
        if (errors == null) {
            assertThat(String.join(" ", read)).isEqualTo(values == null ? "" : values);
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

        assertThat(errors(fields)).isEqualTo(errors);
    }

    @Test
    void aParameterIsAListByItselfRepeatedOrByComma() {
        var fields = query("red");
        var separated = query("red,blue");
        var repeated = query("red", "blue");

        assertThat(fields.texts("list")).containsExactly("red");
        assertThat(separated.words("list", Colour.class)).containsExactly(Colour.RED, Colour.BLUE);
        assertThat(repeated.words("list", Colour.class)).containsExactly(Colour.RED, Colour.BLUE);
        assertThat(errors(fields) + errors(separated) + errors(repeated)).isEmpty();
    }
}
