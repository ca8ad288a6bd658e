package org.quartermaster.vehicle.feed;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts by column the values that are empty, or were not understood. */
public final class ColumnCounts {
    private static final Set<Code> NOT_UNDERSTOOD = EnumSet.of(
            Code.LOT_NUMBER_BAD,
            Code.BAD_NUMBER,
            Code.BAD_DATE,
            Code.BAD_TIME,
            Code.BAD_TIMESTAMP,
            Code.VIN_ILLEGAL_CHARACTER,
            Code.VIN_MASKED,
            Code.VIN_LENGTH,
            Code.YEAR_OUT_OF_RANGE,
            Code.YEAR_UNKNOWN,
            Code.CURRENCY_UNKNOWN,
            Code.BAD_OPTIONAL_VALUE,
            Code.ODOMETER_SENTINEL,
            Code.UNKNOWN_VALUE,
            Code.PLACEHOLDER);

    private final FeedHeader header;
    private final Map<String, Integer> places = new HashMap<>();
    private final long[] empty;
    private final long[] unknown;
    private long rows;

    /**
     * The counts of one column.
     *
     * @param name as the feed's own layout has it, else as in the file
     * @param rows records that could be split
     */
    public record Counts(String name, long rows, long empty, long unknown) {}

    ColumnCounts(FeedHeader header) {
        this.header = header;
        empty = new long[header.names().size()];
        unknown = new long[header.names().size()];
        IntStream.range(0, empty.length).forEach(place -> places.put(header.title(place), place));
    }

    /** The counts in the order of the header. */
    public List<Counts> byColumn() {
        return IntStream.range(0, empty.length)
                .mapToObj(place -> new Counts(header.title(place), rows, empty[place], unknown[place]))
                .toList();
    }

    void count(List<String> cells, List<Finding> findings) {
        rows++;
        for (var place = 0; place < empty.length; place++) {
            if (cells.get(place).isEmpty()) {
                empty[place]++;
            }
        }
        for (var finding : findings) {
            var place = finding.field() == null ? null : places.get(finding.field());
            if (place != null
                    && NOT_UNDERSTOOD.contains(finding.code())
                    && !cells.get(place).isEmpty()) {
                unknown[place]++;
            }
        }
    }
}
