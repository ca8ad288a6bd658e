package org.quartermaster.catalog.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The short lists that articles are classified by, which come in as a data admin's files would. */
final class DemoLists {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<String> ETIM =
            List.of("groups", "units", "classes", "class_features", "feature_values", "synonyms");

    private final DemoCalls calls;

    DemoLists(DemoCalls calls) {
        this.calls = calls;
    }

    void load() throws IOException, InterruptedException {
        send("unspsc", DemoFiles.bytes("unspsc.csv"));
        send("etim", etim());
        send("cpv-mapping", DemoFiles.bytes("cpv-mapping.csv"));
    }

    /** NB: entries without a time, so that the same files are the same bytes. */
    private static byte[] etim() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : ETIM) {
                var entry = new ZipEntry(name + ".csv");
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(DemoFiles.bytes("etim/" + name + ".csv"));
            }
        }
        return bytes.toByteArray();
    }

    /** Each waits for the one before, whose codes it needs. */
    private void send(String kind, byte[] file) throws IOException, InterruptedException {
        var job = calls.upload("/imports/" + kind, kind, kind, file);
        var path = "/jobs/" + job.get("job_id").textValue();
        var seen = calls.get(path);
        while (!seen.hasNonNull("finished_at")) {
            Thread.sleep(LOOK.toMillis());
            seen = calls.get(path);
        }
        if (!seen.get("state").textValue().equals("succeeded")) {
            throw new DemoCalls.Refused(path, 0, seen.toString());
        }
    }
}
