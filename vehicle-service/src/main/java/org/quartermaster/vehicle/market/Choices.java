package org.quartermaster.vehicle.market;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.rest.Fields;

/** The values of one filter, repeated or parted by commas. */
public final class Choices {
    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private Choices() {}

    /** Without blank ones; empty where the filter is not given. */
    public static List<String> read(Fields query, String name) {
        var found = new ArrayList<String>();
        for (var text : query.texts(name)) {
            for (var part : text.split(",")) {
                var value = part.strip();
                if (value.length() > LONGEST) {
                    query.error(name, "string_too_long", LONGEST);
                } else if (!value.isEmpty()) {
                    found.add(value);
                }
            }
        }
        if (found.size() > MOST) {
            query.error(name, "too_many_values", MOST);
        }
        return found;
    }
}
