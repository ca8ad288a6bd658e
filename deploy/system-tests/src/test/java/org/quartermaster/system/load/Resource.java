package org.quartermaster.system.load;

/** What clients of a service make and change. */
enum Resource {
    MACHINE("equipment", "equipment", "equipment", "equipment_id", "name", """
            {"name": "%s", "equipment_type": "pump", "serial_number": "%s"}"""),
    ASSET("vehicle", "assets", "asset", "id", "notes", """
            {"notes": "%s", "serial_number": "%s"}"""),
    PRODUCT("catalog", "products", "product", "id", "name", """
            {"name": "%s", "sku": "%s"}"""),
    TENDER("procurement", "tenders", "tender", "tender_id", "title", """
            {"title": "%s", "source_reference": "%s", "status": "open", "buyer": {"name": "Town hall"}}""");

    private final String service;
    private final String path;
    private final String entity;
    private final String id;
    private final String text;
    private final String body;

    Resource(String service, String path, String entity, String id, String text, String body) {
        this.service = service;
        this.path = path;
        this.entity = entity;
        this.id = id;
        this.text = text;
        this.body = body;
    }

    String service() {
        return service;
    }

    String path() {
        return path;
    }

    /** What events call it. */
    String entity() {
        return entity;
    }

    /** The field that names it. */
    String id() {
        return id;
    }

    /** The field that is changed. */
    String text() {
        return text;
    }

    String body(String words, String mark) {
        return body.formatted(words, mark);
    }

    String change(String words) {
        return "{\"%s\": \"%s\"}".formatted(text, words);
    }
}
