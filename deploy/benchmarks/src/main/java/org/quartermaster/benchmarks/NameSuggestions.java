package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the suggested codes of names are worth that were not learned, and what they cost. */
final class NameSuggestions {
    private static final String PATH = "/api/v1/classification/suggest";
    private static final String JSON = "application/json";
    private static final int MOST = 1_000;
    private static final int ROUNDS = 3;
    private static final int CLASS_DIGITS = 6;
    private static final long LOOK_MILLIS = 100;
    private static final double NAME_MILLIS = 5;
    private static final double INDEX_MEGABYTES = 150;

    private final Run run;
    private final Api api;

    NameSuggestions(Run run) {
        this.run = run;
        this.api = new Api(run.stand());
    }

    void measure() throws IOException, InterruptedException {
        var given = run.settings().catalog().names();
        var names = given == null ? LabelledNames.own(run.stand().home) : LabelledNames.of(given);
        var before = live();
        learn(names);
        run.report().below("memory of the index of names", live() - before, "MB", INDEX_MEGABYTES);
        judge(names, given != null);
        cost(List.copyOf(names.tested().entrySet()));
    }

    /** NB: in processor time, since others may be at work on the machine. */
    private void cost(List<Map.Entry<String, Set<String>>> names) throws IOException, InterruptedException {
        var service = run.stand().service.pid();
        var before = Machine.cpuSeconds(service);
        for (var round = 0; round < ROUNDS; round++) {
            judge(names, new Guesses(), new TreeMap<>());
        }
        var each = (Machine.cpuSeconds(service) - before) / (ROUNDS * names.size());
        run.report().below("codes of a name among many, processor time", 1_000 * each, "ms", NAME_MILLIS);
        var p50 = run.medianOf("name", n -> {
            var name = names.get((int) (n % names.size())).getKey();
            return run.post(PATH, n, name(name).encode());
        });
        run.report().note("codes of one name by itself, p50: " + Report.number(p50) + " ms");
    }

    private double live() throws IOException, InterruptedException {
        return Machine.liveMegabytes(run.stand().service.pid());
    }

    private void learn(LabelledNames names) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        api.done(api.form("/api/v1/imports/unspsc", "titles.tsv", names.titles()));
        api.done(api.form("/api/v1/imports/examples", "names.tsv", names.learned()));
        while (!isKnown(names.known())) {
            Thread.sleep(LOOK_MILLIS);
        }
        run.report().note("names learned and measured in " + Report.number(Imports.since(begin)) + " s");
    }

    private boolean isKnown(String name) throws IOException, InterruptedException {
        var suggestions = api.post(PATH, JSON, name(name).encode()).getJsonArray("suggestions");
        return !suggestions.isEmpty()
                && suggestions.getJsonObject(0).getString("method").equals("learned");
    }

    private static JsonObject name(String name) {
        return new JsonObject().put("name", name).put("limit", 5);
    }

    private void judge(LabelledNames names, boolean isGiven) throws IOException, InterruptedException {
        var first = new Guesses();
        var kinds = new TreeMap<String, Integer>();
        judge(List.copyOf(names.tested().entrySet()), first, kinds);
        tell(first, kinds, isGiven);
    }

    private void judge(List<Map.Entry<String, Set<String>>> names, Guesses first, Map<String, Integer> kinds)
            throws IOException, InterruptedException {
        for (var from = 0; from < names.size(); from += MOST) {
            batch(names.subList(from, Math.min(names.size(), from + MOST)), first, kinds);
        }
    }

    private void batch(List<Map.Entry<String, Set<String>>> names, Guesses first, Map<String, Integer> kinds)
            throws IOException, InterruptedException {
        var items = new JsonArray();
        names.forEach(name -> items.add(name(name.getKey())));
        var answers = api.post(
                        PATH + "/batch",
                        JSON,
                        new JsonObject().put("items", items).encode())
                .getJsonArray("items");
        for (var n = 0; n < names.size(); n++) {
            var codes = names.get(n).getValue();
            var found = answers.getJsonObject(n).getJsonArray("suggestions").stream()
                    .map(JsonObject.class::cast)
                    .toList();
            var best = found.isEmpty() ? new JsonObject() : found.get(0);
            first.add(
                    best.getDouble("confidence", 0.0),
                    best.getDouble("raw_score", 0.0),
                    codes.contains(best.getString("code")));
            kinds.merge(kind(found.stream().map(one -> one.getString("code")).toList(), codes), 1, Integer::sum);
        }
    }

    private static String kind(List<String> found, Set<String> codes) {
        if (found.isEmpty()) {
            return "nothing suggested";
        }
        if (codes.contains(found.get(0))) {
            return "right";
        }
        if (found.stream().anyMatch(codes::contains)) {
            return "right among five";
        }
        var group = found.get(0).substring(0, CLASS_DIGITS);
        return codes.stream().anyMatch(code -> code.startsWith(group)) ? "same class" : "elsewhere";
    }

    private void tell(Guesses first, Map<String, Integer> kinds, boolean isGiven) {
        var near =
                (double) (kinds.getOrDefault("right", 0) + kinds.getOrDefault("right among five", 0)) / first.count();
        var curve = IntStream.rangeClosed(1, 10)
                .mapToObj(tenths -> String.format(Locale.ROOT, "%d %%: %.3f", tenths * 10, first.right(tenths)))
                .collect(Collectors.joining(", "));
        run.report().note("precision of the surest names, by coverage: " + curve);
        run.report().note("first suggestions of " + first.count() + " names: " + kinds);
        if (isGiven) {
            run.report().atLeast("first code right", 100 * first.right(), "%", 47);
            run.report().atLeast("right among five codes", 100 * near, "%", 68);
            run.report().atLeast("precision of the surest tenth", 100 * first.right(1), "%", 84);
            run.report().atMost("calibration error of codes", first.calibrationError(), "", 0.05);
        } else {
            run.report()
                    .note(String.format(
                            Locale.ROOT,
                            "first code right %.3f, right among five %.3f, calibration error %.3f",
                            first.right(),
                            near,
                            first.calibrationError()));
        }
    }
}
