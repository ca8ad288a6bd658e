package org.quartermaster.benchmarks;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lines of requests whose article is known, and what the service made of them. */
final class MatchedLines {
    private final Guesses first = new Guesses();
    private final Guesses chosen = new Guesses();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int with;
    private int among;
    private int without;
    private int wronglyChosen;

    /** @param expected null where there is no counterpart */
    void add(JsonObject line, Long expected) {
        var matches = line.getJsonArray("matches").stream()
                .map(JsonObject.class::cast)
                .toList();
        var ids = matches.stream().map(match -> match.getLong("product_id")).toList();
        var isRight = !ids.isEmpty() && ids.get(0).equals(expected);
        var isChosen = line.getString("status").equals("auto");
        if (!matches.isEmpty()) {
            first.add(Double.parseDouble(matches.get(0).getValue("confidence").toString()), 0, isRight);
        }
        if (isChosen) {
            chosen.add(1, 0, isRight);
        }
        if (expected == null) {
            without++;
            wronglyChosen += isChosen ? 1 : 0;
        } else {
            with++;
            among += ids.contains(expected) ? 1 : 0;
        }
        kinds.merge(kind(ids, expected, isChosen), 1, Integer::sum);
    }

    private static String kind(List<Long> ids, Long expected, boolean isChosen) {
        var isRight = !ids.isEmpty() && ids.get(0).equals(expected);
        if (expected == null) {
            return isChosen ? "chosen without counterpart" : "left open, without counterpart";
        }
        if (isRight) {
            return isChosen ? "right and chosen" : "right, for review";
        }
        return (isChosen ? "wrong and chosen" : "wrong, for review")
                + (ids.contains(expected) ? ", right among five" : ", right one not found");
    }

    int count() {
        return with + without;
    }

    double precision() {
        return chosen.right();
    }

    double amongFive() {
        return with == 0 ? 1 : (double) among / with;
    }

    double wronglyChosen() {
        return without == 0 ? 0 : (double) wronglyChosen / without;
    }

    double calibrationError() {
        return first.calibrationError();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d lines, right of those chosen %.3f, among five %.3f, %s",
                count(),
                precision(),
                amongFive(),
                kinds);
    }
}
