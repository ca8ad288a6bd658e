package org.quartermaster.platform.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quartermaster.local.LocalServers;

/**
 * Every event that the tests of a service left in its outbox is as the committed AsyncAPI document says. A service's
 * test extends it, without starting the service: the order of test classes puts such tests last.
 */
public abstract class EventContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 20;

    private final String service;

    protected EventContract(String service) {
        this.service = service;
    }

    /** The schema of one type, and the members of its data that the document names. */
    private record Known(JsonSchema schema, Set<String> members) {}

    @Test
    void everyEventThatTheTestsPublishedIsAsTheDocumentSays() throws IOException, SQLException {
        var events = events();
        assumeTrue(!events.isEmpty(), "runs after the tests that publish events");
        var known = known();

        var wrong = new TreeSet<String>();
        for (var event : events) {
            var type = event.path("type").asText();
            if (known.containsKey(type)) {
                check(known.get(type), event).forEach(problem -> wrong.add(type + ": " + problem));
            } else {
                wrong.add(type + ": not in the document");
            }
        }

        assertEquals(List.of(), wrong.stream().limit(SHOWN).toList());
    }

    private static List<String> check(Known known, JsonNode event) {
        var problems = new ArrayList<String>();
        known.schema().validate(event).forEach(message -> problems.add(message.toString()));
        event.path("data").fieldNames().forEachRemaining(name -> {
            if (!known.members().contains(name)) {
                problems.add("$.data." + name + " is not in the document");
            }
        });
        return problems;
    }

    private List<JsonNode> events() throws SQLException, IOException {
        try (var connection = LocalServers.adminConnection(service);
                var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("select to_regclass('platform.outbox') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return List.of();
                }
            }
            var found = new ArrayList<JsonNode>();
            try (var rows = statement.executeQuery("select envelope from platform.outbox")) {
                while (rows.next()) {
                    found.add(JSON.readTree(rows.getString(1)));
                }
            }
            return found;
        }
    }

    /** By event type. */
    private static Map<String, Known> known() throws IOException {
        var document = new YAMLMapper().readTree(Files.readString(AsyncApiContract.COMMITTED));
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        var known = new HashMap<String, Known>();
        for (var message : document.at("/components/messages")) {
            ObjectNode root = message.get("payload").deepCopy();
            root.set("components", document.get("components"));
            known.put(
                    message.get("name").asText(),
                    new Known(factory.getSchema(root, config), members(document, message)));
        }
        return known;
    }

    private static Set<String> members(JsonNode document, JsonNode message) {
        var names = new HashSet<String>();
        for (var part : message.at("/payload/allOf/1/properties/data/allOf")) {
            var schema =
                    part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part;
            schema.path("properties").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }
}
