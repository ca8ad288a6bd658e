package org.quartermaster.vehicle.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.quartermaster.platform.send.SendOrder;
import org.quartermaster.platform.send.ServiceClient;

/** One file on its way, from its first byte to the end of its import; the service may be away in between. */
final class Sending {
    static final String IMPORTS = "/api/v1/imports";

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 5;

    private final SendOrder order;
    private final ServiceClient service;
    private final ProgressBar bar;

    Sending(SendOrder order, ServiceClient service, ProgressBar bar) {
        this.order = order;
        this.service = service;
        this.bar = bar;
    }

    /** The import when it has ended. */
    JsonNode send(Path file) throws IOException, InterruptedException {
        bar.begin(file.getFileName().toString());
        try {
            var ended = follow(upload(file));
            for (var left = TRIES; left > 1 && isInterrupted(ended); left--) {
                ended = follow(upload(file));
            }
            return ended;
        } finally {
            bar.end();
        }
    }

    /** The service has lost the file; the sender has it still. */
    private static boolean isInterrupted(JsonNode ended) {
        return ended.path("error").path("code").asText().equals("interrupted");
    }

    /** NB: sending again does no harm; the same bytes have one import. */
    private JsonNode upload(Path file) throws IOException, InterruptedException {
        for (var left = TRIES; ; left--) {
            try {
                return service.post(
                        target(file),
                        "application/octet-stream",
                        Watched.body(file, percent -> bar.show("receiving", percent, "")));
            } catch (ServiceClient.Refused refused) {
                throw refused;
            } catch (IOException cutOff) {
                if (left == 1) {
                    throw new IOException(file + " could not be sent: " + cutOff.getMessage(), cutOff);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private String target(Path file) {
        var all = new LinkedHashMap<>(order.parameters());
        all.put("name", file.getFileName().toString());
        return SendOrder.path(IMPORTS, all);
    }

    private JsonNode follow(JsonNode taken) throws IOException, InterruptedException {
        if (!ServiceClient.isOpen(taken)) {
            return taken;
        }
        var job = "/api/v1/jobs/" + taken.path("job_id").asText();
        return service.ended(IMPORTS + "/" + taken.path("import_id").asText(), seen -> tell(service.get(job)));
    }

    /** NB: an import that another organisation began has a job that only that one sees. */
    private void tell(JsonNode job) {
        if (job == null) {
            bar.show("running", 0, "");
            return;
        }
        var progress = job.path("progress");
        var counts = progress.path("counts");
        var rows = counts.isEmpty()
                ? ""
                : "%,d rows, %,d rows/s"
                        .formatted(
                                counts.path("rows").asLong(),
                                counts.path("rows_per_second").asLong());
        var phase = job.path("state").asText().equals("queued")
                ? "waiting"
                : progress.path("phase").asText("waiting");
        bar.show(phase, progress.path("percent").asDouble(), rows);
    }
}
