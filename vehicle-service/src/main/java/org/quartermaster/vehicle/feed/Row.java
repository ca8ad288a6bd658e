package org.quartermaster.vehicle.feed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cells of one record by column, and what is found while they are being understood. */
final class Row {
    private static final int LONGEST_NAME = 100;

    private final FeedHeader header;
    private final List<String> cells;
    private final List<Finding> findings;
    private Map<String, String> extra;

    Row(FeedHeader header, List<String> cells, List<Finding> findings) {
        this.header = header;
        this.cells = cells;
        this.findings = findings;
    }

    /** Null where it is blank or the column is not there. */
    String text(Column column) {
        return header.value(cells, column);
    }

    /**
     * A name by which lots are found, null also where it is too long for one: an entry of an index has to fit into a
     * page, and one record must not end the load of all. The value is kept beside the lot.
     */
    String name(Column column) {
        var text = text(column);
        if (text == null || text.length() <= LONGEST_NAME) {
            return text;
        }
        say(Code.BAD_OPTIONAL_VALUE, column, text);
        keep(column);
        return null;
    }

    void say(Code code, Column column, String... arguments) {
        findings.add(new Finding(code, column.title(), List.of(arguments)));
    }

    /** Keeps the value of a column that was not understood and has no place of its own. */
    void keep(Column column) {
        keep(column.title(), text(column));
    }

    private void keep(String name, String value) {
        if (extra == null) {
            extra = new TreeMap<>();
        }
        extra.put(name, value);
    }

    /** What was kept, with the values of unknown columns; null where there is nothing. */
    Map<String, String> extra() {
        for (var name : header.unknown()) {
            var value = cells.get(header.names().indexOf(name));
            if (!value.isEmpty()) {
                keep(name, value);
            }
        }
        return extra;
    }

    RowVerdict verdict() {
        var verdict = RowVerdict.OK;
        for (var finding : findings) {
            var each = finding.code().verdict();
            verdict = each.compareTo(verdict) > 0 ? each : verdict;
        }
        return verdict;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
