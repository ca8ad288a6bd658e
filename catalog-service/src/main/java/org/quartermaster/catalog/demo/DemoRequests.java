package org.quartermaster.catalog.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Requests for quotation of each kind of file, read to their end. */
final class DemoRequests {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<String> FILES =
            List.of("workshop.txt", "school.csv", "office.docx", "municipality.xlsx", "harbour.pdf");

    private final DemoCalls calls;
    private final DemoScript script;

    DemoRequests(DemoCalls calls, DemoScript script) {
        this.calls = calls;
        this.script = script;
    }

    void load() throws IOException, InterruptedException {
        for (var name : FILES) {
            var made = calls.upload("/rfps", name, name, DemoFiles.bytes("rfp/" + name));
            script.name(name, made.get("id").longValue());
        }
        for (var name : FILES) {
            awaitAnalysis("/rfps/" + script.id(name));
        }
    }

    private void awaitAnalysis(String path) throws IOException, InterruptedException {
        var status = "pending";
        while (!List.of("analyzed", "failed").contains(status)) {
            Thread.sleep(LOOK.toMillis());
            status = calls.get(path).get("analysis_status").textValue();
        }
    }
}
