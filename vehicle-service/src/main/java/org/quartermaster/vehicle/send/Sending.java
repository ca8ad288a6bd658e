package org.quartermaster.vehicle.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** One file on its way, from its first byte to the end of its import; the service may be away in between. */
final class Sending {
    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRIES = 5;

    private final ImportService service;
    private final ProgressBar bar;

    Sending(ImportService service, ProgressBar bar) {
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
        var bytes = Files.size(file);
        for (var left = TRIES; ; left--) {
            try {
                return service.send(file, sent -> bar.show("receiving", bytes == 0 ? 100 : 100.0 * sent / bytes, ""));
            } catch (ImportService.Refused refused) {
                throw refused;
            } catch (IOException cutOff) {
                if (left == 1) {
                    throw new IOException(file + " could not be sent: " + cutOff.getMessage(), cutOff);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private JsonNode follow(JsonNode taken) throws IOException, InterruptedException {
        if (!OPEN.contains(taken.path("state").asText())) {
            return taken;
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var seen =
                        service.get("/api/v1/imports/" + taken.path("import_id").asText());
                if (seen == null) {
                    throw new ImportService.Refused("The service does not know the import any more.");
                }
                if (!OPEN.contains(seen.path("state").asText())) {
                    return seen;
                }
                tell(service.get("/api/v1/jobs/" + taken.path("job_id").asText()));
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } catch (ImportService.Refused refused) {
                throw refused;
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("The service is away; its import goes on when it is back.", away);
                }
            }
            Thread.sleep(LOOK.toMillis());
        }
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
