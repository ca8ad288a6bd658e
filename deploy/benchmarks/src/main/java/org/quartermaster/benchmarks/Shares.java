package org.quartermaster.benchmarks;

import java.util.SplittableRandom;

/** Values, each with its share of all. */
final class Shares {
    private final String[] values;
    private final int[] upTo;

    /** @param text values, each with a colon and its weight, parted by bars; a value may be empty */
    Shares(String text) {
        var each = text.split("\\|");
        values = new String[each.length];
        upTo = new int[each.length];
        for (var i = 0; i < each.length; i++) {
            var colon = each[i].lastIndexOf(':');
            values[i] = each[i].substring(0, colon);
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + Integer.parseInt(each[i].substring(colon + 1));
        }
    }

    String pick(SplittableRandom random) {
        var at = random.nextInt(upTo[upTo.length - 1]);
        var i = 0;
        while (at >= upTo[i]) {
            i++;
        }
        return values[i];
    }
}
