package org.quartermaster.vehicle.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What an import did, for people, and whether its numbers add up. */
final class Account {
    private static final List<String> VERDICTS = List.of("ok", "repaired", "flagged", "quarantined");
    private static final List<String> EFFECTS =
            List.of("inserted", "updated", "touched", "unchanged", "stale", "conflicts", "duplicates_in_file");
    private static final List<String> BESIDE =
            List.of("vehicles_inserted", "vehicles_updated", "relisted", "disappeared", "reappeared", "suppressed");

    private Account() {}

    /** Loaded, and every record accounted for. */
    static boolean isFine(JsonNode ended) {
        return ended.path("state").asText().equals("completed") && addsUp(ended.path("counts"));
    }

    private static boolean addsUp(JsonNode counts) {
        var read = counts.path("read").asLong(-1);
        var usable = read - counts.path("quarantined").asLong();
        return read == sum(counts, VERDICTS) && usable == sum(counts, EFFECTS);
    }

    private static long sum(JsonNode counts, List<String> names) {
        return names.stream().mapToLong(name -> counts.path(name).asLong()).sum();
    }

    static String of(String file, JsonNode ended) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s%s%s, import %s"
                .formatted(
                        file,
                        ended.path("state").asText(),
                        ended.path("dry_run").asBoolean() ? " as a dry run, nothing was written" : "",
                        ended.path("duplicate").asBoolean() ? " before, nothing was written" : "",
                        ended.path("import_id").asText()));
        var error = ended.path("error");
        if (error.isObject()) {
            lines.add("  " + error.path("code").asText() + " "
                    + error.path("detail").asText(""));
        }
        if (ended.path("counts").isObject()) {
            addCounts(lines, ended);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addCounts(List<String> lines, JsonNode ended) {
        var counts = ended.path("counts");
        var read = counts.path("read").asLong();
        lines.add("  read %,d = %s".formatted(read, listed(counts, VERDICTS)));
        var isLoaded = ended.path("state").asText().equals("completed");
        if (isLoaded) {
            lines.add("  usable %,d = %s"
                    .formatted(read - counts.path("quarantined").asLong(), listed(counts, EFFECTS)));
            lines.add("  " + listed(counts, BESIDE).replace(" + ", ", "));
        }
        var gate = ended.path("gate");
        lines.add("  gate %s %s"
                .formatted(
                        gate.path("state").asText("none"), gate.path("reason").asText("")));
        counts.path("by_code")
                .properties()
                .forEach(code -> lines.add("  %,9d %s".formatted(code.getValue().asLong(), code.getKey())));
        if (ended.path("rows_per_second").asLong() > 0) {
            lines.add("  %,d rows/s".formatted(ended.path("rows_per_second").asLong()));
        }
        if (isLoaded && !addsUp(counts)) {
            lines.add("  THESE COUNTS DO NOT ADD UP.");
        }
    }

    private static String listed(JsonNode counts, List<String> names) {
        return String.join(
                " + ",
                names.stream()
                        .map(name -> "%s %,d"
                                .formatted(
                                        name.replace('_', ' '),
                                        counts.path(name).asLong()))
                        .toList());
    }
}
