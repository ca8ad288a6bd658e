package org.quartermaster.system.load;

import com.fasterxml.jackson.databind.JsonNode;

/** What clients of a service make and change. */
enum Resource {
    MACHINE("equipment", "equipment", "equipment", "equipment_id", "name", "version", """
            {"name": "%s", "equipment_type": "pump", "serial_number": "%s"}"""),
    ASSET("vehicle", "assets", "asset", "id", "notes", "version", """
            {"notes": "%s", "serial_number": "%s"}"""),
    PRODUCT("catalog", "products", "product", "id", "name", "version", """
            {"name": "%s", "sku": "%s"}"""),
    TENDER("procurement", "tenders", "tender", "tender_id", "title", "material_version", """
            {"title": "%s", "source_reference": "%s", "status": "open", "buyer": {"name": "Town hall"}}""");

    private final String service;
    private final String path;
    private final String entity;
    private final String id;
    private final String text;
    private final String version;
    private final String body;

    Resource(String service, String path, String entity, String id, String text, String version, String body) {
        this.service = service;
        this.path = path;
        this.entity = entity;
        this.id = id;
        this.text = text;
        this.version = version;
        this.body = body;
    }

    /** What a resource is. */
    record State(long version, String text) {}

    String service() {
        return service;
    }

    String path() {
        return path;
    }

    String id(JsonNode view) {
        return view.path(id).asText();
    }

    State state(JsonNode view) {
        return new State(version(view), view.path(text).asText());
    }

    long version(JsonNode view) {
        return view.path(version).asLong();
    }

    /** Whether an event tells of such a resource: {@code org.quartermaster.<service>.<entity>.<verb>.v1}. */
    boolean isTold(JsonNode event) {
        return event.path("type").asText().split("\\.")[3].equals(entity);
    }

    String body(String words, String mark) {
        return body.formatted(words, mark);
    }

    String change(String words) {
        return "{\"%s\": \"%s\"}".formatted(text, words);
    }
}
