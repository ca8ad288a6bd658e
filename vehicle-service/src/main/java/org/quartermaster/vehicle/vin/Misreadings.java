package org.quartermaster.vehicle.vin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quartermaster.vehicle.vin.Suggestion.Change;
import org.quartermaster.vehicle.vin.Suggestion.Confidence;

/** The VINs with a right check digit that a wrong one may be a misreading of. */
final class Misreadings {
    private static final int MOST = 3;
    private static final Map<Character, String> NEVER_IN_VINS = Map.of('I', "1", 'O', "0", 'Q', "09");
    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry('B', '8'),
            Map.entry('8', 'B'),
            Map.entry('S', '5'),
            Map.entry('5', 'S'),
            Map.entry('Z', '2'),
            Map.entry('2', 'Z'),
            Map.entry('G', '6'),
            Map.entry('6', 'G'),
            Map.entry('D', '0'),
            Map.entry('0', 'D'),
            Map.entry('U', 'V'),
            Map.entry('V', 'U'));

    private final List<Suggestion> found = new ArrayList<>();

    private Misreadings() {}

    /** At most three. */
    static List<Suggestion> of(Vin vin, CheckDigit checkDigit) {
        var misreadings = new Misreadings();
        if (vin.kind() == VinKind.MALFORMED && vin.value().length() == Vin.LENGTH) {
            misreadings.replaceIllegal(new StringBuilder(vin.value()), 0, List.of());
        } else if (checkDigit.status() == CheckDigit.Status.MISMATCH) {
            misreadings.replaceOne(vin.value());
        }
        return List.copyOf(misreadings.found);
    }

    /** All of them at once; a letter with two readings is tried with both. */
    private void replaceIllegal(StringBuilder text, int from, List<Change> changes) {
        var i = from;
        while (i < text.length() && Vin.isAllowed(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            keep(text.toString(), changes, Confidence.HIGH);
            return;
        }
        var letter = text.charAt(i);
        for (var reading : NEVER_IN_VINS.getOrDefault(letter, "").toCharArray()) {
            if (found.size() < MOST) {
                text.setCharAt(i, reading);
                replaceIllegal(text, i + 1, plus(changes, change(i, letter, reading)));
                text.setCharAt(i, letter);
            }
        }
    }

    private void replaceOne(String vin) {
        for (var i = 0; i < vin.length() && found.size() < MOST; i++) {
            var other = LOOK_ALIKES.get(vin.charAt(i));
            if (other != null) {
                var text = new StringBuilder(vin);
                text.setCharAt(i, other);
                keep(text.toString(), List.of(change(i, vin.charAt(i), other)), Confidence.MEDIUM);
            }
        }
    }

    private void keep(String vin, List<Change> changes, Confidence confidence) {
        if (CheckDigit.matches(vin)) {
            found.add(new Suggestion(vin, changes, confidence));
        }
    }

    private static Change change(int index, char from, char to) {
        return new Change(index + 1, String.valueOf(from), String.valueOf(to));
    }

    private static List<Change> plus(List<Change> changes, Change one) {
        var all = new ArrayList<>(changes);
        all.add(one);
        return List.copyOf(all);
    }
}
