package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * Releases of OCDS 1.1 that nobody published, the same ones for the same arguments: of twelve tenders five are changed
 * and three of those awarded, in the order in which that happens.
 */
record Releases(int count, long seed) {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final int BLOCK = 20;
    private static final int TENDERS = 12;
    private static final int CHANGED = 5;
    private static final int BUYERS = 3_000;
    private static final int SUPPLIERS = 8_000;

    /** As JSON lines. */
    Path write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var n = 0; n < count; n++) {
                out.write(release(n).encode());
                out.write('\n');
            }
        }
        return file;
    }

    JsonObject release(int n) {
        var place = n % BLOCK;
        var stage = place < TENDERS ? 0 : place < TENDERS + CHANGED ? 1 : 2;
        var first = stage == 0 ? 0 : stage == 1 ? TENDERS : TENDERS + CHANGED;
        var process = n / BLOCK * TENDERS + place - first;
        var date = BEGIN.plus(n, ChronoUnit.MINUTES);
        var random = new SplittableRandom(seed * 1_000_003 + process);
        var buyer = party("buyer", 1 + random.nextInt(BUYERS));
        var release = new JsonObject()
                .put("ocid", "ocds-bench-" + seed + "-" + process)
                .put("id", process + "-" + stage)
                .put("date", date.toString())
                .put("tag", new JsonArray().add(stage == 0 ? "tender" : stage == 1 ? "tenderUpdate" : "award"))
                .put("initiationType", "tender")
                .put("language", "en")
                .put("buyer", new JsonObject().put("id", buyer.getString("id")).put("name", buyer.getString("name")));
        var supplier = party("supplier", 1 + random.nextInt(SUPPLIERS));
        var tender = tender(process, random);
        if (stage < 2) {
            release.put("parties", new JsonArray().add(buyer)).put("tender", tender);
            tender.getJsonObject("tenderPeriod")
                    .put("endDate", date.plus(30, ChronoUnit.DAYS).toString());
        } else {
            award(release.put("parties", new JsonArray().add(buyer).add(supplier)), tender, supplier, date);
        }
        return release;
    }

    private static JsonObject party(String role, int n) {
        var identifier = String.format("%s-%08d", role, n);
        return new JsonObject()
                .put("id", "MK-" + identifier)
                .put("name", (role.equals("buyer") ? "Municipality " : "Company ") + n)
                .put("identifier", new JsonObject().put("scheme", "MK-CRM").put("id", identifier))
                .put("roles", new JsonArray().add(role));
    }

    private static JsonObject tender(int process, SplittableRandom random) {
        var items = new JsonArray();
        for (var n = 1; n <= 2; n++) {
            items.add(new JsonObject()
                    .put("id", String.valueOf(n))
                    .put("description", Vocabulary.text(random, 6))
                    .put("quantity", 1 + random.nextInt(500))
                    .put("unit", new JsonObject().put("name", "piece"))
                    .put("classification", cpv(random)));
        }
        return new JsonObject()
                .put("id", "T-" + process)
                .put("title", Vocabulary.text(random, 8))
                .put("description", Vocabulary.text(random, 60))
                .put("status", "active")
                .put("procurementMethod", "open")
                .put("mainProcurementCategory", new String[] {"goods", "works", "services"}[process % 3])
                .put("value", money(random))
                .put("tenderPeriod", new JsonObject().put("startDate", BEGIN.toString()))
                .put("classification", cpv(random))
                .put("items", items)
                .put(
                        "documents",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "D-" + process)
                                        .put("documentType", "tenderNotice")
                                        .put("title", Vocabulary.text(random, 4))
                                        .put("url", "https://tenders.example/" + process + ".pdf")
                                        .put("format", "application/pdf")));
    }

    private static void award(JsonObject release, JsonObject tender, JsonObject supplier, Instant date) {
        var id = "A-" + tender.getString("id");
        var winner = new JsonObject().put("id", supplier.getString("id")).put("name", supplier.getString("name"));
        release.put(
                "awards",
                new JsonArray()
                        .add(new JsonObject()
                                .put("id", id)
                                .put("title", tender.getString("title"))
                                .put("status", "active")
                                .put("date", date.toString())
                                .put("value", tender.getJsonObject("value"))
                                .put("suppliers", new JsonArray().add(winner))));
        release.put(
                "contracts",
                new JsonArray()
                        .add(new JsonObject()
                                .put("id", "C-" + id)
                                .put("awardID", id)
                                .put("status", "active")
                                .put("dateSigned", date.toString())
                                .put("value", tender.getJsonObject("value"))));
    }

    private static JsonObject cpv(SplittableRandom random) {
        var code = String.format("%08d", (10 + random.nextInt(80)) * 1_000_000 + random.nextInt(600) * 1_000);
        return new JsonObject().put("scheme", "CPV").put("id", code);
    }

    private static JsonObject money(SplittableRandom random) {
        return new JsonObject()
                .put("amount", (100_000 + random.nextInt(10_000_000)) / 100.0)
                .put("currency", random.nextInt(3) == 0 ? "MKD" : "EUR");
    }
}
