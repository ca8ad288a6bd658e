package org.quartermaster.system.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.quartermaster.system.Platform;

/** Somebody who has one thing in each service, and changes it. */
final class Member {
    private static final Map<String, String> RENAMED = Map.of("vehicle", "license_plate");
    private static final String NAME = "name";

    private final Platform platform;
    private final String token;
    private final Map<String, String> paths = new HashMap<>();

    /** @param token null for the demo organization */
    Member(Platform platform, String token) {
        this.platform = platform;
        this.token = token;
        paths.put(
                "procurement",
                "organizations/"
                        + in("procurement")
                                .get("organizations")
                                .findValuesAsText("org_id")
                                .get(0));
        make("equipment", "equipment", "equipment_id", "{\"name\": \"Pump\", \"equipment_type\": \"pump\"}");
        make("vehicle", "assets", "id", "{\"make\": \"Acme\"}");
        make("catalog", "products", "id", "{\"sku\": \"T%d\", \"name\": \"Seal\"}".formatted(System.nanoTime()));
    }

    private void make(String service, String collection, String id, String json) {
        var made = in(service).post(collection, json).path(id).asText();
        paths.put(service, collection + "/" + made);
    }

    private Client in(String service) {
        return new Client(platform, service, token);
    }

    /** Id of the thing in a service. */
    String thing(String service) {
        var path = paths.get(service);
        return path.substring(path.indexOf('/') + 1);
    }

    /** Gives the thing in a service another name. */
    void rename(String service, String name) {
        in(service).patch(paths.get(service), "{\"%s\": \"%s\"}".formatted(renamed(service), name));
    }

    /** Which field is another then. */
    String renamed(String service) {
        return RENAMED.getOrDefault(service, NAME);
    }

    ChangeStream listen(String service, String after) throws IOException, InterruptedException {
        return ChangeStream.open(platform.port(service), token, after);
    }

    /** How procurement shows who changed the thing of a service. */
    JsonNode trail(String service) {
        return in("procurement")
                .get("admin/trail?service=%s&entity_id=%s".formatted(service, thing(service)))
                .path("items");
    }

    String user() {
        return in("procurement").get("auth/me").path("user_id").asText();
    }
}
