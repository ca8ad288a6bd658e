package org.quartermaster.vehicle.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.quartermaster.vehicle.vin.CheckDigit;
import org.quartermaster.vehicle.vin.MarketVin;

/** Writes invented lots in the layout of the feed; the same seed gives the same bytes. */
public final class SampleFeed {
    public static final Instant SNAPSHOT = Instant.parse("2026-03-01T06:00:00Z");
    static final FeedContext CONTEXT =
            new FeedContext(SNAPSHOT, Instant.parse("2026-03-01T07:00:00Z"), Map.of(), Map.of());

    private static final LocalDate FIRST_SALE = LocalDate.of(2026, 3, 2);
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String[][] YARDS = {
        {"11", "TX - DALLAS", "TX", "CST"}, {"12", "CA - FRESNO", "CA", "PST"}, {"13", "AZ - TUCSON", "AZ", "MST"},
        {"14", "NY - ALBANY", "NY", "EST"}, {"15", "KY - WALTON", "KY", "EST"}, {"16", "AK - ANCHORAGE", "AK", "AKST"},
    };
    private static final String[][] MODELS = {
        {"TOYOTA", "CAMRY", "4T1"}, {"FORD", "ESCAPE", "1FM"}, {"HONDA", "CIVIC", "2HG"}, {"KIA", "SOUL", "KND"},
    };

    private final Random random;
    private int lots;

    public SampleFeed(long seed) {
        random = new Random(seed);
    }

    /** A lot that there is nothing to say about. */
    public Map<Column, String> lot() {
        lots++;
        var yard = pick(YARDS);
        var model = pick(MODELS);
        var day = FIRST_SALE.plusDays(random.nextInt(5));
        var lot = new EnumMap<Column, String>(Column.class);
        Stream.of(Column.values()).forEach(column -> lot.put(column, ""));
        lot.put(Column.ID, String.valueOf(lots));
        lot.put(Column.LOT_NUMBER, String.valueOf(40_000_000 + lots));
        lot.put(Column.YARD_NUMBER, yard[0]);
        lot.put(Column.YARD_NAME, yard[1]);
        lot.put(Column.STATE, yard[2]);
        lot.put(Column.TIME_ZONE, yard[3]);
        lot.put(Column.COUNTRY, "USA");
        lot.put(Column.CURRENCY, "USD");
        lot.put(Column.SALE_DATE, day.format(DateTimeFormatter.BASIC_ISO_DATE));
        lot.put(Column.DAY_OF_WEEK, day.getDayOfWeek().name());
        lot.put(Column.SALE_TIME, pick("1000", "1200", "930"));
        lot.put(Column.MAKE, model[0]);
        lot.put(Column.MODEL_GROUP, model[1]);
        putVehicle(lot, model[2]);
        putSale(lot);
        return lot;
    }

    private void putVehicle(Map<Column, String> lot, String maker) {
        lot.put(Column.VIN, vin(maker));
        lot.put(Column.YEAR, "2015");
        lot.put(Column.VEHICLE_TYPE, "V");
        lot.put(Column.COLOR, pick("RED", "WHITE", "BLACK"));
        lot.put(Column.DRIVE, pick("FRONT WHEEL DRIVE", "All wheel drive"));
        lot.put(Column.FUEL, pick("GAS", "FLEXIBLE FUEL"));
        lot.put(Column.TRANSMISSION, "AUTOMATIC");
        lot.put(Column.ENGINE, "2.4L  4");
        lot.put(Column.CYLINDERS, "4");
        lot.put(Column.ODOMETER, random.nextInt(200_000) + ".0");
        lot.put(Column.ODOMETER_BRAND, "A");
        lot.put(Column.DAMAGE, pick("FRONT END", "REAR END", "BURN - ENGINE"));
    }

    private void putSale(Map<Column, String> lot) {
        lot.put(Column.TITLE_TYPE, pick("ST", "CT"));
        lot.put(Column.TITLE_STATE, lot.get(Column.STATE));
        lot.put(Column.HAS_KEYS, "YES");
        lot.put(Column.CONDITION, "D");
        lot.put(Column.RUNS_DRIVES, "Run & Drive Verified");
        lot.put(Column.SALE_STATUS, pick("Pure Sale", "On Minimum Bid"));
        lot.put(Column.HIGH_BID, 25 * random.nextInt(200) + ".0");
        lot.put(Column.RETAIL_VALUE, random.nextInt(30_000) + ".5");
        lot.put(Column.RENTALS, "N");
        lot.put(Column.WHOLESALE, "N");
        lot.put(Column.MAKE_OFFER, "Y");
        lot.put(Column.CREATED, "2026-02-20-10.00.00.000000");
        lot.put(Column.UPDATED, SNAPSHOT.minusSeconds(random.nextInt(500_000)).toString());
        lot.put(Column.THUMBNAIL, "pictures.example.test/" + lot.get(Column.LOT_NUMBER) + ".jpg");
    }

    /** Of model year 2015, with a right check digit. */
    private String vin(String maker) {
        var before = maker + pick("A", "B", "C") + random.nextInt(10) + pick("D", "E") + letter() + random.nextInt(10);
        var after = "F" + letter() + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        return Stream.of("0123456789X".split(""))
                .map(digit -> before + digit + after)
                .filter(vin -> MarketVin.of(vin, "US", null, 2026).check() == CheckDigit.Status.VALID)
                .findFirst()
                .orElseThrow();
    }

    private String letter() {
        return LETTERS.substring(random.nextInt(LETTERS.length())).substring(0, 1);
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** The header of the present layout. */
    static String header() {
        return line(Stream.of(Column.values()).map(Column::title).toList());
    }

    /** One record with all cells in quotes. */
    public static String line(Collection<String> cells) {
        var quoted = cells.stream().map(cell -> cell.replace("\"", "\"\"")).toList();
        return '"' + String.join("\",\"", quoted) + "\"\n";
    }

    /** A whole file of these records. */
    public static String file(Collection<String> lines) {
        return header() + String.join("", lines);
    }

    static List<FeedRecord> read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), CONTEXT);
    }

    static List<FeedRecord> read(byte[] file, FeedContext context) {
        try {
            var reader = FeedReader.open(new ByteArrayInputStream(file), context);
            var records = new ArrayList<FeedRecord>();
            for (var record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
            return records;
        } catch (IOException | FileRejected unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
