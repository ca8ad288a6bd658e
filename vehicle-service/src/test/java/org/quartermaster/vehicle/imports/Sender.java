package org.quartermaster.vehicle.imports;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.quartermaster.local.LocalServers;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.testing.TestTenant;
import org.quartermaster.vehicle.feed.Column;
import org.quartermaster.vehicle.feed.SampleFeed;

/** A data admin with a feed of his own. */
public record Sender(TestTenant tenant, String source) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Sender create() {
        return new Sender(TestTenant.create(), "s" + Math.abs(new Random().nextLong()));
    }

    /** Invented lots that no other test has. */
    public static List<Map<Column, String>> lots(int number) {
        var feed = new SampleFeed(new Random().nextLong());
        var lots = new ArrayList<Map<Column, String>>();
        for (var i = 0; i < number; i++) {
            lots.add(feed.lot());
        }
        return lots;
    }

    public static String file(List<Map<Column, String>> lots) {
        return SampleFeed.file(
                lots.stream().map(lot -> SampleFeed.line(lot.values())).toList());
    }

    public Response send(String text, String query) {
        return tenant.as("data-admin")
                .contentType("application/octet-stream")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?source=" + source + query);
    }

    /** Sends a file as the snapshot of a time and waits for its end. */
    public JsonPath load(String text, String at) {
        return ended(send(text, "&snapshot_at=" + at));
    }

    public JsonPath ended(Response sent) {
        var id = sent.then().statusCode(202).extract().path("import_id");
        return await("the import ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/v1/imports/" + id).extract().jsonPath(), found -> !List.of("queued", "running")
                        .contains(found.getString("state")));
    }

    public ValidatableResponse get(String path) {
        return tenant.as("data-admin").get(path).then();
    }

    public ValidatableResponse post(JsonPath imported, String step, String body) {
        return tenant.as("data-admin")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/imports/{id}/{step}", imported.getString("import_id"), step)
                .then();
    }

    /** The data of the events of an import itself, by their verb. */
    static List<JsonNode> events(String id, String verb) throws SQLException, IOException {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            var found = new ArrayList<JsonNode>();
            for (var envelope : Sql.query(
                    connection,
                    "select envelope from platform.outbox where entity = 'import' and entity_id = ? and subject like ?",
                    row -> row.getString(1),
                    id,
                    "%." + verb)) {
                found.add(JSON.readTree(envelope).path("data"));
            }
            return found;
        }
    }

    /** Subjects and lanes of the events that an import published of single lots. */
    static List<String> lotEvents(String id) throws SQLException {
        try (var connection = LocalServers.adminConnection("vehicle")) {
            return Sql.query(connection, """
                    select subject || ' ' || lane from platform.outbox
                    where entity = 'lot' and cast(envelope as jsonb) -> 'data' ->> 'import_id' = ?
                    """, row -> row.getString(1), id);
        }
    }
}
