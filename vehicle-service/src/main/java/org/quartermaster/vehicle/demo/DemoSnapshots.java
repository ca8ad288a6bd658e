package org.quartermaster.vehicle.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quartermaster.vehicle.feed.Column;

/**
 * Two snapshots of an invented feed, three days apart: lots whose auction is over are gone from the second, some of
 * their vehicles are offered again, bids have risen, and some rows say what nobody understands.
 */
final class DemoSnapshots {
    private static final Duration APART = Duration.ofDays(3);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int AUCTION_DAYS = 8;
    private static final int LOTS = 160;
    private static final int NEW_LOTS = 130;
    private static final int RELISTED = 5;
    private static final int NEXT_AUCTION = 7;
    private static final long FIRST_NUMBER = 40_000_000;
    private static final long NEW_NUMBER = 41_000_000;
    private static final long RELIST_NUMBER = 42_000_000;
    private static final BigDecimal RAISE = new BigDecimal("150");

    private final Instant first;
    private final Instant second;
    private final List<Map<Column, String>> lots;

    DemoSnapshots(Instant newest) {
        second = newest;
        first = newest.minus(APART);
        var invented = new InventedLots(100, first, AUCTION_DAYS, FIRST_NUMBER);
        lots = Stream.generate(invented::lot).limit(LOTS).toList();
    }

    /** One file of the feed. */
    record Snapshot(String name, Instant at, String text) {}

    /** Both, the older one first. */
    List<Snapshot> files() {
        return List.of(
                new Snapshot("demo-1.csv", first, text(before())), new Snapshot("demo-2.csv", second, text(after())));
    }

    /** The VIN of a lot that is for sale. */
    String vinForSale() {
        return listed().get(0).get(Column.VIN);
    }

    /** The number of a lot whose auction is over. */
    String numberOfSold() {
        return over().get(RELISTED).get(Column.LOT_NUMBER);
    }

    private static String text(List<String> lines) {
        return InventedLots.file(lines);
    }

    private List<String> before() {
        var lines = lines(lots);
        lines.addAll(lines(List.of(
                odd(1, Column.HIGH_BID, "call us"), odd(2, Column.ODOMETER, "many"), odd(3, Column.LOT_NUMBER, ""))));
        return lines;
    }

    private List<String> after() {
        var invented = new InventedLots(200, second, AUCTION_DAYS, NEW_NUMBER);
        var lines = lines(listed().stream().map(this::raised).toList());
        lines.addAll(
                lines(over().stream().limit(RELISTED).map(this::offeredAgain).toList()));
        lines.addAll(lines(Stream.generate(invented::lot).limit(NEW_LOTS).toList()));
        lines.addAll(lines(List.of(
                changed(invented.lot(), Column.VIN, "4T1BD1FKXFU0O1234"),
                changed(invented.lot(), Column.VIN, "1HGCM826"),
                changed(invented.lot(), Column.DRIVE, "TRACKS"),
                changed(invented.lot(), Column.FUEL, "STEAM"))));
        return lines;
    }

    private List<Map<Column, String>> listed() {
        return lots.stream().filter(lot -> !isOver(lot)).toList();
    }

    private List<Map<Column, String>> over() {
        return lots.stream().filter(this::isOver).toList();
    }

    private boolean isOver(Map<Column, String> lot) {
        var today = LocalDate.ofInstant(second, ZoneOffset.UTC);
        return LocalDate.parse(lot.get(Column.SALE_DATE), DAY).isBefore(today);
    }

    /** Every other lot has a higher bid than three days before. */
    private Map<Column, String> raised(Map<Column, String> lot) {
        if (Integer.parseInt(lot.get(Column.ID)) % 2 == 0) {
            return lot;
        }
        var bid = new BigDecimal(lot.get(Column.HIGH_BID)).add(RAISE).toPlainString();
        return updated(changed(lot, Column.HIGH_BID, bid));
    }

    private Map<Column, String> offeredAgain(Map<Column, String> lot) {
        var number = RELIST_NUMBER + Integer.parseInt(lot.get(Column.ID));
        var auction = LocalDate.ofInstant(second, ZoneOffset.UTC).plusDays(NEXT_AUCTION);
        var again = changed(lot, Column.LOT_NUMBER, String.valueOf(number));
        again.put(Column.SALE_DATE, auction.format(DAY));
        again.put(Column.DAY_OF_WEEK, auction.getDayOfWeek().name());
        return updated(again);
    }

    private Map<Column, String> updated(Map<Column, String> lot) {
        return changed(lot, Column.UPDATED, second.minus(Duration.ofHours(2)).toString());
    }

    private Map<Column, String> odd(int place, Column column, String value) {
        var number = String.valueOf(FIRST_NUMBER + LOTS + place);
        return changed(changed(lots.get(place), Column.LOT_NUMBER, number), column, value);
    }

    private static Map<Column, String> changed(Map<Column, String> lot, Column column, String value) {
        var other = new EnumMap<>(lot);
        other.put(column, value);
        return other;
    }

    private static List<String> lines(List<Map<Column, String>> lots) {
        return new ArrayList<>(
                lots.stream().map(lot -> InventedLots.line(lot.values())).toList());
    }
}
