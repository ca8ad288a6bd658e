package org.quartermaster.platform.asyncapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quartermaster.platform.asyncapi.PublishedEvents.EventType;

/** The messages and schemas of a document. */
final class Messages {
    private static final List<String> TEXTS =
            List.of("id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "tenantid", "actorid");

    private final ObjectMapper json;
    private final ObjectNode document;
    private final RecordSchema schemas;

    Messages(ObjectMapper json, ObjectNode document) {
        this.json = json;
        this.document = document;
        this.schemas = new RecordSchema(json);
    }

    /** CloudEvents 1.0, section 2, and the platform's own attributes. */
    static ObjectNode cloudEvent(ObjectMapper json) {
        var schema = json.createObjectNode().put("type", "object");
        var required = schema.putArray("required").add("specversion").add("data");
        var properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        for (var name : TEXTS) {
            required.add(name);
            properties.putObject(name).put("type", "string");
        }
        properties
                .withObject("/id")
                .put("description", "The same at every delivery")
                .put("format", "uuid");
        properties.withObject("/time").put("format", "date-time");
        properties.withObject("/subject").put("description", "Id of the entity");
        properties.withObject("/actorid").put("description", "Id of the user, or system");
        required.add("actortype");
        properties.putObject("actortype").putArray("enum").add("user").add("system");
        properties.putObject("traceparent").put("type", "string").put("description", "W3C Trace Context");
        properties.putObject("data").put("type", "object");
        return schema;
    }

    /** An event that the service publishes. */
    void add(EventType type, String service) {
        var data = json.createObjectNode();
        var parts = data.putArray("allOf");
        parts.addObject().put("$ref", component(type.view()));
        var more = parts.addObject().put("type", "object");
        var required = more.putArray("required").add("changed");
        var properties = more.putObject("properties");
        var changed = properties.putObject("changed").put("type", "array");
        changed.put("description", "Names of the members that changed")
                .putObject("items")
                .put("type", "string");
        type.always().forEach((name, of) -> {
            required.add(name);
            properties.set(name, schemas.nullable(of));
        });
        type.sometimes().forEach((name, of) -> properties.set(name, schemas.nullable(of)));
        message(type.name(), type.summary(), "org.quartermaster." + service + "." + type.name() + ".v1", data)
                .putObject("dataschema")
                .put("const", "urn:quartermaster:" + service + ":" + type.name().replace('.', ':') + ":v1");
    }

    /** Events of another service, with those members of their data that this one reads; the verb may be an asterisk. */
    void add(String name, String subject, Class<?> data) {
        var token = subject.split("\\.");
        var type = "org.quartermaster.%s.%s.%s.v1".formatted(token[1], token[3], token[4]);
        var properties = message(name, "Read from " + token[1], type, schemas.of(data));
        if (token[4].equals("*")) {
            var form = type.replace(".", "\\.").replace("*", "[a-z_]+");
            properties.putObject("type").put("pattern", "^" + form + "$");
        }
    }

    private ObjectNode message(String name, String summary, String type, ObjectNode data) {
        var message = document.withObject("/components/messages").putObject(name);
        message.put("name", type).put("summary", summary).put("contentType", "application/cloudevents+json");
        var parts = message.putObject("payload").putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/CloudEvent");
        var properties = parts.addObject().putObject("properties");
        properties.putObject("type").put("const", type);
        properties.set("data", data);
        return properties;
    }

    private String component(Class<?> type) {
        var name = RecordSchema.name(type);
        document.withObject("/components/schemas").set(name, schemas.of(type));
        return "#/components/schemas/" + name;
    }
}
