package org.quartermaster.catalog.safety;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quartermaster.catalog.text.Words;

/** The codes most like one that is in no list, by the groups of three letters that they or their names share. */
final class NearestCodes {
    private static final int NEAREST = 5;
    private static final int GROUP = 3;

    private NearestCodes() {}

    static List<NamedCode> of(String unknown, Collection<NamedCode> known) {
        var wanted = groups(unknown);
        return known.stream()
                .filter(each -> likeness(wanted, each) > 0)
                .sorted(Comparator.comparingDouble((NamedCode each) -> likeness(wanted, each))
                        .reversed()
                        .thenComparing(NamedCode::code))
                .limit(NEAREST)
                .toList();
    }

    private static double likeness(Set<String> wanted, NamedCode known) {
        return Math.max(share(wanted, groups(known.code())), share(wanted, groups(known.name())));
    }

    private static double share(Set<String> wanted, Set<String> found) {
        var common = found.stream().filter(wanted::contains).count();
        return common == 0 ? 0 : 2.0 * common / (wanted.size() + found.size());
    }

    private static Set<String> groups(String text) {
        var groups = new HashSet<String>();
        for (var word : Words.of(text.replace('_', ' '))) {
            var padded = " " + word + " ";
            for (var at = 0; at + GROUP <= padded.length(); at++) {
                groups.add(padded.substring(at, at + GROUP));
            }
        }
        return groups;
    }
}
