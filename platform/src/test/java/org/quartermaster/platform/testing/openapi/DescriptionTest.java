package org.quartermaster.platform.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Question;
import org.quartermaster.platform.security.Roles;

class DescriptionTest {
    private enum Colour {
        RED,
        GREEN
    }

    private final ObjectMapper json = new ObjectMapper();
    private Description description;

    /** Describes one operation whose code does the reading. */
    private JsonNode describe(String verb, String operation, Runnable reading) throws IOException {
        var document =
                (ObjectNode) json.readTree("{\"paths\": {\"/api/v1/things\": {\"" + verb + "\": " + operation + "}}}");
        var questions = new ArrayList<Question>();
        Question.listen(questions::add);
        reading.run();
        Question.listen(null);
        description = new Description(
                document, FieldTexts.of("limit=At most. | 20", "name=Name. | A", "tag..things=Things"), Views.none());
        var takesBody = !verb.equals("get");
        description.complete(
                new Endpoint(verb, "/api/v1/things", List.of(Roles.VIEWER), takesBody, List.of(), false),
                new Interview.Result(questions, 422));
        return description.finish().at("/paths/~1api~1v1~1things/" + verb);
    }

    private static final String WHOLE = """
            {"summary": "Things", "tags": ["things"], "responses": {"204": {"description": "Done"}}}
            """;

    private static Fields query() {
        return Fields.ofQuery(new MultivaluedHashMap<>());
    }

    private static Fields body(String json) {
        return Fields.ofJson(Json.object(json.getBytes(StandardCharsets.UTF_8)), Fields.Nulls.IGNORED);
    }

    @Test
    void aParameterThatTheCodeReadsAppearsWithItsBounds() throws IOException {
        var operation = describe("get", WHOLE, () -> query().integer("limit", 1, 100));

        assertEquals(
                json.readTree("""
                [{"name": "limit", "in": "query", "description": "At most.", "required": false,
                  "schema": {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100}, "example": 20}]
                """), json.readTree(operation.get("parameters").toString()));
        assertEquals(List.of(), description.complaints());
    }

    @Test
    void wordsAppearAsEnumeration() throws IOException {
        var operation = describe("get", WHOLE, () -> query().word("name", Colour.class));

        assertEquals(
                "[\"red\",\"green\"]", operation.at("/parameters/0/schema/enum").toString());
    }

    @Test
    void membersOfTheObjectsOfAListAppearInTheBody() throws IOException {
        var operation = describe("post", WHOLE, () -> {
            var fields = body("{\"name\": [{}]}");
            fields.require("name");
            fields.items("name", 7).forEach(item -> item.text("limit", 1, 30));
            fields.checkStrictly();
        });

        var schema = operation.at("/requestBody/content/application~1json/schema");
        assertEquals("[\"name\"]", schema.get("required").toString());
        assertFalse(schema.get("additionalProperties").asBoolean(true));
        assertEquals(7, schema.at("/properties/name/maxItems").asInt());
        assertEquals(
                30,
                schema.at("/properties/name/items/properties/limit/maxLength").asInt());
    }

    @Test
    void anOperationWithoutSummaryIsRefused() throws IOException {
        describe("get", "{\"tags\": [\"things\"]}", () -> {});

        assertTrue(description.complaints().toString().contains("GET /api/v1/things has no summary"));
    }

    @Test
    void aKeyWithTwoTextsIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> FieldTexts.of("name=One.", "name=Another."));

        assertEquals("the key name is there twice", refused.getMessage());
    }

    @Test
    void aFieldWithoutTextIsRefused() throws IOException {
        describe("get", WHOLE, () -> query().text("colour", 0, 10));

        assertTrue(description.complaints().toString().contains("the field colour has no text"));
    }

    @Test
    void anAnswerWithoutSchemaIsRefused() throws IOException {
        describe("get", """
                {"summary": "Things", "tags": ["things"],
                 "responses": {"200": {"description": "OK", "content": {"application/json": {}}}}}
                """, () -> {});

        assertTrue(description.complaints().toString().contains("does not say what it answers"));
    }

    @Test
    void aBodyOfWhichNothingIsReadIsRefused() throws IOException {
        describe("post", WHOLE, () -> {});

        assertTrue(description.complaints().toString().contains("takes a body of which it reads nothing"));
    }
}
