package org.quartermaster.vehicle.load;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quartermaster.vehicle.feed.LotValues;

/** The columns of lots that a feed says, as the pieces of statements that name them all. */
final class LotColumns {
    /** The fields of {@link LotValues}, which are named after their columns. */
    static final List<Field> FIELDS = List.of(LotValues.class.getFields());

    /** The field whose value carries the name of the source. */
    static final String NUMBER = "lotExternalId";

    static final List<String> NAMES =
            FIELDS.stream().map(Field::getName).map(LotColumns::name).toList();

    /** What is neither a key nor decided by other rules, nor of the vehicle alone. */
    static final List<String> VALUES = NAMES.stream()
            .filter(name -> !List.of(
                            "lot_external_id", "source_updated_at", "row_hash", "status", "wmi", "decoded_year")
                    .contains(name))
            .toList();

    private static final int PAIRS_AT_ONCE = 50;
    private static final List<Kind> KINDS = List.of(
            new Kind("price_change", List.of("current_bid", "buy_it_now")),
            new Kind("date_change", List.of("auction_datetime_utc", "auction_date")),
            new Kind("status_change", List.of("status")),
            new Kind("title_change", List.of("title_type", "title_state", "title_group")),
            new Kind("vin_change", List.of("vin")));

    private LotColumns() {}

    /** A kind of event on the timeline of a lot, and the columns that it tells of. */
    private record Kind(String name, List<String> columns) {}

    private static String name(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The values, each written by the given form, joined by commas. */
    static String each(UnaryOperator<String> form) {
        return VALUES.stream().map(form).collect(Collectors.joining(", "));
    }

    /**
     * Rows (kind, changes) of what differs between the lot {@code l} and the record {@code i}, whose state is
     * {@code i.status}; a kind without a difference has no changes.
     */
    static String differences() {
        var others = new ArrayList<>(VALUES);
        KINDS.forEach(kind -> others.removeAll(kind.columns));
        var kinds = new ArrayList<>(KINDS);
        kinds.add(new Kind("updated", others));
        return kinds.stream()
                .map(kind -> "('%s', %s)".formatted(kind.name, difference(kind.columns)))
                .collect(Collectors.joining(",\n", "(values ", ") as difference (kind, changes)"));
    }

    /** One object {column: [old, new]} of the columns that differ. NB: a function takes at most 100 arguments. */
    static String difference(List<String> columns) {
        var parts = new ArrayList<String>();
        for (var from = 0; from < columns.size(); from += PAIRS_AT_ONCE) {
            var part = columns.subList(from, Math.min(from + PAIRS_AT_ONCE, columns.size()));
            parts.add(part.stream()
                    .map(LotColumns::pair)
                    .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))")));
        }
        return String.join(" || ", parts);
    }

    private static String pair(String column) {
        var incoming = column.equals("vin") ? "coalesce(i.vin, l.vin)" : "i." + column;
        return "'%1$s', case when l.%1$s is distinct from %2$s then jsonb_build_array(l.%1$s, %2$s) end"
                .formatted(column, incoming);
    }
}
