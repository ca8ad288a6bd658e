package org.quartermaster.system.api;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Base64;
import org.quartermaster.local.LocalServers;

/** Rows of the demo organization that the documents' examples do not make. */
final class MoreRows {
    private static final String JSON = Operation.JSON;
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String PAPER = """
            --q\r
            Content-Disposition: form-data; name="kind"\r
            \r
            invoice\r
            --q\r
            Content-Disposition: form-data; name="file"; filename="bill.pdf"\r
            Content-Type: application/pdf\r
            \r
            %PDF-1.7 a paper\r
            --q--\r
            """;
    /** What the catalog drafted is heard by an event alone. */
    private static final String ANALYSIS = """
            insert into procurement.analysis_history (tenant_id, analysis_type, results)
            values ('tenant_demo', 'quotation_drafted', '{}')
            """;

    private MoreRows() {}

    static void make(String service, Wire wire) throws IOException, SQLException {
        switch (service) {
            case "equipment" -> {
                post(wire, "alert-rules", JSON, "{\"kind\": \"silent\", \"name\": \"A\"}");
                post(wire, "equipment/import?mode=create", "text/csv", "name,equipment_type\nPump,pump\n");
                send(wire, request("equipment/eq_001/photos", "image/png").holding(PICTURE));
            }
            case "vehicle" -> post(wire, "documents?kind=invoice", "multipart/form-data; boundary=q", PAPER);
            case "procurement" -> execute(ANALYSIS);
            case "catalog" -> stock(wire);
            default -> {}
        }
    }

    private static void stock(Wire wire) throws IOException {
        made(wire, "categories", "{\"name\": \"Crossing\"}");
        var product = made(wire, "products", "{\"sku\": \"CROSS-1\", \"name\": \"Oil\"}");
        var details = "{\"items\": [{\"spec_name\": \"Colour\", \"spec_value\": \"red\"}]}";
        send(
                wire,
                request("products/" + product + "/specifications", JSON)
                        .by("PUT")
                        .with("If-Match", "*")
                        .holding(details));
        var warehouse = made(wire, "warehouses", "{\"code\": \"CROSS\", \"name\": \"Yard\"}");
        post(wire, "stock-movements", JSON, """
                {"product_id": %s, "warehouse_id": %s, "kind": "receipt", "quantity": 2}
                """.formatted(product, warehouse));
        post(wire, "reservations", JSON, """
                {"reference": "Crossing", "lines": [{"product_id": %s, "quantity": 1}]}
                """.formatted(product));
    }

    private static String made(Wire wire, String path, String body) throws IOException {
        return send(wire, request(path, JSON).holding(body)).json().path("id").asText();
    }

    private static Request request(String path, String type) {
        return Request.of("POST", "/api/v1/" + path).with("Content-Type", type);
    }

    private static void post(Wire wire, String path, String type, String body) throws IOException {
        send(wire, request(path, type).holding(body));
    }

    private static Answer send(Wire wire, Request request) throws IOException {
        var answer = wire.send(request);
        if (!answer.isOk()) {
            throw new IOException(request + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("procurement");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
