package org.quartermaster.vehicle.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartermaster.vehicle.feed.FileRejected.Reason;

/**
 * The header of a file, its names compared in normal form.
 *
 * @param names as they stand in the file
 * @param columns the known column at each place; null where it is unknown
 * @param places where each known column stands
 * @param missing titles of the optional columns that are not there
 * @param unknown names that the feed's layouts do not have
 * @param renamed titles of the columns that have another name, by that name
 */
public record FeedHeader(
        Variant variant,
        List<String> names,
        List<Column> columns,
        Map<Column, Integer> places,
        List<String> missing,
        List<String> unknown,
        Map<String, String> renamed) {
    private static final List<String> ADDED_LAST = List.of("Sale Light", "AutoGrade", "Announcements");

    /** The layouts that the feed has had; any order of the columns. */
    public enum Variant {
        COPART_56,
        COPART_59_SELECT,
        COPART_59_WHOLESALE,
        OTHER
    }

    /** @throws FileRejected where compulsory columns are missing, or one is there twice */
    public static FeedHeader of(List<String> names) throws FileRejected {
        var columns = names.stream().map(FeedHeader::column).toList();
        requireDifferent(names, columns);
        var places = new EnumMap<Column, Integer>(Column.class);
        var unknown = new ArrayList<String>();
        var renamed = new TreeMap<String, String>();
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var name = names.get(place);
            if (column == null) {
                unknown.add(name);
                continue;
            }
            places.put(column, place);
            if (!Column.normal(column.title()).equals(Column.normal(name))) {
                renamed.put(name, column.title());
            }
        }
        requireAll(places);
        var missing = missing(places, false);
        return new FeedHeader(
                variant(missing, unknown, renamed), List.copyOf(names), columns, places, missing, unknown, renamed);
    }

    /** The place of a column, or -1. */
    int place(Column column) {
        return places.getOrDefault(column, -1);
    }

    /** The value of a column, null where it is blank or the column is not there. */
    public String value(List<String> cells, Column column) {
        var place = place(column);
        return place < 0 || cells.get(place).isEmpty() ? null : cells.get(place);
    }

    /** The name of a column in the feed's own layout, else that in the file. */
    public String title(int place) {
        return columns.get(place) == null
                ? names.get(place)
                : columns.get(place).title();
    }

    /** The name in the file of the column that is meant by any of its names; null for none. */
    public String nameOf(String said) {
        var meant = column(said);
        for (var place = 0; place < names.size(); place++) {
            if (meant == null
                    ? Column.normal(names.get(place)).equals(Column.normal(said))
                    : columns.get(place) == meant) {
                return names.get(place);
            }
        }
        return null;
    }

    /** True when the columns are not those of a known layout. */
    public boolean drift() {
        return variant == Variant.OTHER;
    }

    private static Column column(String name) {
        var normal = Column.normal(name);
        return Arrays.stream(Column.values())
                .filter(column -> column.isNamed(normal))
                .findFirst()
                .orElse(null);
    }

    private static void requireDifferent(List<String> names, List<Column> columns) throws FileRejected {
        var seen = new HashSet<String>();
        for (var place = 0; place < names.size(); place++) {
            var column = columns.get(place);
            if (!seen.add(column == null ? Column.normal(names.get(place)) : column.title())) {
                throw new FileRejected(Reason.HEADER_DUPLICATE_COLUMN, List.of(names.get(place)));
            }
        }
    }

    private static void requireAll(Map<Column, Integer> places) throws FileRejected {
        var missing = missing(places, true);
        if (!missing.isEmpty()) {
            throw new FileRejected(Reason.HEADER_MISSING_COLUMNS, missing);
        }
    }

    private static List<String> missing(Map<Column, Integer> places, boolean compulsory) {
        return Arrays.stream(Column.values())
                .filter(column -> column.isCompulsory() == compulsory && !places.containsKey(column))
                .map(Column::title)
                .toList();
    }

    private static Variant variant(List<String> missing, List<String> unknown, Map<String, String> renamed) {
        if (!unknown.isEmpty()) {
            return Variant.OTHER;
        }
        if (missing.equals(ADDED_LAST)) {
            return Variant.COPART_56;
        }
        if (!missing.isEmpty()) {
            return Variant.OTHER;
        }
        return renamed.containsValue(Column.WHOLESALE.title()) ? Variant.COPART_59_SELECT : Variant.COPART_59_WHOLESALE;
    }
}
