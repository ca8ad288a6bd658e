package org.quartermaster.procurement.explain;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quartermaster.procurement.verdict.Predicate.Condition;
import org.quartermaster.procurement.verdict.Verdict;

/** Counts what criteria made of tenders and of their changes. */
final class DryRunTally {
    private static final int SAMPLES = 20;
    private static final int HIT = 2;
    private static final int UNKNOWN = 1;

    private final List<Condition> conditions;
    private final Set<String> admitted = new HashSet<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Verdict, List<String>> samples = new EnumMap<>(Verdict.class);
    private final Map<String, Integer> turnedAwayBy = new LinkedHashMap<>();
    private final Map<String, Integer> byClass = new TreeMap<>();
    private final Map<LocalDate, Integer> perDay = new TreeMap<>();
    private int notices;

    DryRunTally(List<Condition> conditions) {
        this.conditions = conditions;
        conditions.forEach(condition -> turnedAwayBy.put(condition.criterion(), 0));
    }

    /** Each row holds an id and a verdict for each condition: 0 miss, 1 unknown, 2 hit. */
    void tenders(RowSet<Row> rows) {
        for (var row : rows) {
            var id = row.getString(0);
            var each = row.getArrayOfIntegers(1);
            var verdict = verdict(each);
            verdicts.merge(verdict, 1, Integer::sum);
            var shown = samples.computeIfAbsent(verdict, none -> new ArrayList<>());
            if (shown.size() < SAMPLES) {
                shown.add(id);
            }
            weigh(id, each);
        }
    }

    private static Verdict verdict(Integer[] each) {
        var whole = Verdict.HIT;
        for (var value : each) {
            if (value < UNKNOWN) {
                return Verdict.MISS;
            }
            whole = value < HIT ? Verdict.UNKNOWN : whole;
        }
        return whole;
    }

    private void weigh(String id, Integer[] each) {
        String against = null;
        var count = 0;
        for (var i = 0; i < each.length; i++) {
            var condition = conditions.get(i);
            if (each[i] < UNKNOWN || each[i] < HIT && !condition.admitsUnknown()) {
                against = condition.criterion();
                count++;
            }
        }
        if (count == 0) {
            admitted.add(id);
        } else if (count == 1) {
            turnedAwayBy.merge(against, 1, Integer::sum);
        }
    }

    /** Each row holds an id, the classes that an alert tells of, and a day. */
    void changes(RowSet<Row> rows) {
        for (var row : rows) {
            if (admitted.contains(row.getString(0))) {
                notices++;
                for (var change : row.getArrayOfStrings(1)) {
                    byClass.merge(change, 1, Integer::sum);
                }
                perDay.merge(row.getLocalDate(2), 1, Integer::sum);
            }
        }
    }

    /** The tenders to be shown. */
    List<String> shown() {
        return samples.values().stream().flatMap(List::stream).toList();
    }

    DryRunView view(Map<String, ExplainedTender> explained) {
        return new DryRunView(
                Stream.of(Verdict.values()).mapToInt(this::count).sum(),
                count(Verdict.HIT),
                count(Verdict.MISS),
                count(Verdict.UNKNOWN),
                notices,
                byClass,
                perDay.entrySet().stream()
                        .map(day -> new DryRunView.Day(day.getKey(), day.getValue()))
                        .toList(),
                turnedAwayBy,
                new DryRunView.Samples(
                        samples(Verdict.HIT, explained),
                        samples(Verdict.MISS, explained),
                        samples(Verdict.UNKNOWN, explained)));
    }

    private int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    private List<ExplainedTender> samples(Verdict verdict, Map<String, ExplainedTender> explained) {
        return samples.getOrDefault(verdict, List.of()).stream()
                .map(explained::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
