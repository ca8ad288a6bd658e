package org.quartermaster.benchmarks;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well the lines of the project's golden requests find their articles, all through the service. */
final class GoldenRequests {
    private static final String TENANT = "golden";

    private final Run run;
    private final Api api;
    private final Map<String, MatchedLines> scripts = new TreeMap<>();
    private final MatchedLines all = new MatchedLines();

    GoldenRequests(Run run) {
        this.run = run;
        var token = run.stand().issuer.token(Stand.user(0), TENANT, Duration.ofHours(1), "admin", "data-admin");
        this.api = new Api(run.stand(), token);
    }

    void measure() throws IOException, InterruptedException {
        var home = run.stand().home;
        var ids = new GoldenArticles(api).load(home);
        var requests = GoldenArticles.rows(home, "rfp-lines.csv").stream()
                .collect(Collectors.groupingBy(row -> row.getField("rfp"), LinkedHashMap::new, Collectors.toList()));
        for (var request : requests.entrySet()) {
            judge(request.getKey(), request.getValue(), ids);
        }
        tell();
    }

    private void judge(String name, List<NamedCsvRecord> rows, Map<String, Long> ids)
            throws IOException, InterruptedException {
        var requests = new Requests(api);
        var text = rows.stream().map(row -> row.getField("text")).collect(Collectors.joining("\n"));
        var lines = requests.lines(requests.text(name, text).getLong("id"));
        if (lines.size() != rows.size()) {
            throw new IllegalStateException(name + " has " + rows.size() + " lines, found were " + lines.size());
        }
        for (var n = 0; n < rows.size(); n++) {
            var row = rows.get(n);
            JsonObject line = lines.getJsonObject(n);
            all.add(line, ids.get(row.getField("sku")));
            scripts.computeIfAbsent(script(row.getField("text")), script -> new MatchedLines())
                    .add(line, ids.get(row.getField("sku")));
        }
    }

    private static String script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.LATIN)
                .findFirst()
                .orElse(Character.UnicodeScript.LATIN)
                .name();
    }

    private void tell() {
        var lines = all.count() + " lines";
        run.report().atLeast("right of those chosen, " + lines, 100 * all.precision(), "%", 97);
        run.report().atLeast("right among five, " + lines, 100 * all.amongFive(), "%", 95);
        run.report().atMost("chosen without a counterpart, " + lines, 100 * all.wronglyChosen(), "%", 2);
        run.report().atMost("calibration error of matches", all.calibrationError(), "", 0.05);
        run.report().note("matches, all: " + all);
        scripts.forEach((script, some) -> run.report().note("matches, " + script + ": " + some));
    }
}
