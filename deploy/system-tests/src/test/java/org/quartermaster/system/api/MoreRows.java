package org.quartermaster.system.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.awt.image.BufferedImage;
import java.sql.SQLException;
import javax.imageio.ImageIO;
import org.quartermaster.local.LocalServers;

/** Rows of the demo organization that the documents' examples do not make. */
final class MoreRows {
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

    private final Wire wire;
    private final KnownRows rows;

    MoreRows(Wire wire, KnownRows rows) {
        this.wire = wire;
        this.rows = rows;
    }

    void make(String service) throws IOException, SQLException {
        switch (service) {
            case "equipment" -> {
                post("alert-rules", "{\"kind\": \"silent\", \"name\": \"A\"}");
                send("equipment/import?mode=create", "text/csv", "name,equipment_type\nPump,pump\n".getBytes());
                send("equipment/eq_001/photos", "image/png", picture());
            }
            case "vehicle" -> send("documents", "multipart/form-data; boundary=q", PAPER.getBytes());
            case "procurement" -> execute(ANALYSIS);
            case "catalog" -> stock();
            default -> {}
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void stock() throws IOException {
        var product = post("products", "{\"sku\": \"CROSS-1\", \"name\": \"Oil\"}");
        var warehouse = post("warehouses", "{\"code\": \"CROSS\", \"name\": \"Yard\"}");
        post("stock-movements", """
                {"product_id": %s, "warehouse_id": %s, "kind": "receipt", "quantity": 2}
                """.formatted(product, warehouse));
        post("reservations", """
                {"reference": "Crossing", "lines": [{"product_id": %s, "quantity": 1}]}
                """.formatted(product));
    }

    /** The id of what is made. */
    private String post(String path, String body) throws IOException {
        return send(path, Operation.JSON, body.getBytes()).json().path("id").asText();
    }

    private Answer send(String path, String type, byte[] body) throws IOException {
        var target = "/api/v1/" + path;
        var answer = wire.send(
                Request.of("POST", target).with("Content-Type", type).holding(body));
        if (!answer.isOk()) {
            throw new IOException(path + ": " + answer.status() + " " + answer.text());
        }
        rows.learn(target, answer.json());
        rows.learnNames(answer.json());
        return answer;
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = LocalServers.adminConnection("procurement");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
