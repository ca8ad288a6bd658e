package org.quartermaster.vehicle.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LotReaderTest {
    private final SampleFeed sample = new SampleFeed(2);

    private LotReading read(Map<Column, String> changes) {
        return read(changes, SampleFeed.CONTEXT);
    }

    private LotReading read(Map<Column, String> changes, FeedContext context) {
        var lot = sample.lot();
        lot.putAll(changes);
        try {
            var header =
                    FeedHeader.of(Stream.of(Column.values()).map(Column::title).toList());
            return new LotReader(header, context).read(List.copyOf(lot.values()));
        } catch (FileRejected unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static List<Code> codes(LotReading reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }

    private static List<Code> list(String codes) {
        return codes == null
                ? List.of()
                : Stream.of(codes.split(" ")).map(Code::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // The clocks of Kentucky leave 02:00 out.
                "KY - LOUISVILLE, KY, EDT, 20260308, 200, 2026-03-08T07:00:00Z, 1.00, LOCAL_TIME_GAP",
                "NY - ALBANY, NY, EDT, 20251102, 130, 2025-11-02T05:30:00Z, 1.00, LOCAL_TIME_OVERLAP",
                "AZ - PHOENIX, AZ, PDT, 20250715, 1000, 2025-07-15T17:00:00Z, 1.00, -",
                "AZ - TUCSON, AZ, MST, 20251215, 1000, 2025-12-15T17:00:00Z, 1.00, -",
                "AZ - TUCSON, AZ, MDT, 20250715, 1000, 2025-07-15T17:00:00Z, 1.00, TZ_LABEL_DST",
                "AK - ANCHORAGE, AK, ADDT, 20250715, 1000, 2025-07-15T18:00:00Z, 1.00, -",
                "AK - ANCHORAGE, AK, AKST, 20251215, 1000, 2025-12-15T19:00:00Z, 1.00, -",
                "HI - HONOLULU, HI, HST, 20250715, 900, 2025-07-15T19:00:00Z, 1.00, -",
                "CA - FRESNO, CA, PDT, 20251117, 1200, 2025-11-17T20:00:00Z, 1.00, TZ_LABEL_DST",
                "CA - FRESNO, CA, EST, 20251117, 1200, 2025-11-17T20:00:00Z, 0.50, TZ_DISAGREES",
                "TN - NASHVILLE, TN, CST, 20251117, 1200, 2025-11-17T18:00:00Z, 1.00, -",
                "TN - KNOXVILLE, TN, EST, 20251117, 1200, 2025-11-17T17:00:00Z, 1.00, -",
                "TX - EL PASO, TX, MDT, 20250715, 1200, 2025-07-15T18:00:00Z, 1.00, -",
                "IN - DYER, IN, CDT, 20250715, 1200, 2025-07-15T17:00:00Z, 1.00, -",
                "IN - CICERO, IN, EDT, 20250715, 1200, 2025-07-15T16:00:00Z, 1.00, -",
                "SK - REGINA, SK, CST, 20250715, 1200, 2025-07-15T18:00:00Z, 1.00, -",
                "QC - MONTREAL, QC, EDT, 20250715, 1200, 2025-07-15T16:00:00Z, 1.00, -",
                "ATLANTIC CANADA AUCTION, NS, AKST, 20251215, 1000, 2025-12-15T14:00:00Z, 0.50, TZ_DISAGREES",
                "ATLANTIC CANADA AUCTION, NL, AKST, 20251215, 1000, 2025-12-15T13:30:00Z, 0.50, TZ_DISAGREES",
                "WHOLESALE AUCTION, AZ, PDT, 20250715, 1000, 2025-07-15T17:00:00Z, 1.00, -",
                "*NCS - EASTERN REGION, NC, EST, 20251215, 1000, 2025-12-15T15:00:00Z, 1.00, -",
                "WHOLESALE AUCTION, TX, XYZ, 20251215, 1000, -, 0.00, -",
                "WHOLESALE AUCTION, TX, '', 20251215, 1000, -, 0.00, -",
            })
    void findsTheInstantOfAnAuction(
            String yard,
            String state,
            String label,
            String date,
            String time,
            Instant at,
            BigDecimal sure,
            String codes) {
        var reading = read(Map.of(
                Column.YARD_NAME, yard,
                Column.STATE, state,
                Column.TIME_ZONE, label,
                Column.SALE_DATE, date,
                Column.DAY_OF_WEEK, "",
                Column.SALE_TIME, time));

        assertThat(reading.lot().auctionDatetimeUtc).isEqualTo(at);
        assertThat(reading.lot().tzConfidence).isEqualTo(sure);
        assertThat(codes(reading)).isEqualTo(list(codes));
        assertThat(reading.verdict()).isEqualTo(RowVerdict.OK);
    }

    @Test
    void takesTheZoneThatIsGivenForAYard() {
        var zones = Map.of("99", ZoneId.of("America/Denver"));
        var context = new FeedContext(SampleFeed.SNAPSHOT, SampleFeed.SNAPSHOT, zones, Map.of());
        var changes = Map.of(Column.YARD_NUMBER, "99", Column.TIME_ZONE, "MST", Column.SALE_TIME, "1000");

        assertThat(read(changes, context).lot().tzZone).isEqualTo("America/Denver");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20260310, 700, 2026-03-10, -",
                "2026-03-10, 0700, 2026-03-10, -",
                "3/10/2026, 2359, 2026-03-10, -",
                "20260310, 0, 2026-03-10, TIME_UNKNOWN",
                "20260310, '', 2026-03-10, TIME_UNKNOWN",
                "0, '', -, UNSCHEDULED",
                "'', 1000, -, UNSCHEDULED",
                "20260230, 1000, -, BAD_DATE",
                "20261341, 1000, -, BAD_DATE",
                "2026/03/10, 1000, -, BAD_DATE",
                "tomorrow, 1000, -, BAD_DATE",
                "20260310, 2400, -, BAD_TIME",
                "20260310, 1260, -, BAD_TIME",
                "20260310, 10:00, -, BAD_TIME",
                "20260310, 7, -, BAD_TIME",
            })
    void readsDatesAndTimes(String date, String time, LocalDate expected, String codes) {
        var reading = read(
                Map.of(Column.SALE_DATE, date, Column.SALE_TIME, time, Column.DAY_OF_WEEK, "", Column.TIME_ZONE, ""));

        assertThat(codes(reading)).isEqualTo(list(codes));
        if (reading.lot() != null) {
            assertThat(reading.lot().auctionDate).isEqualTo(expected);
            assertThat(reading.lot().status).isEqualTo(expected == null ? "unscheduled" : "active");
        }
    }

    @Test
    void comparesTheDayOfTheWeek() {
        assertThat(codes(read(Map.of(Column.SALE_DATE, "20260303", Column.DAY_OF_WEEK, "FRIDAY"))))
                .containsExactly(Code.WEEKDAY_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0.0, 0.00, -",
                "'', -, -",
                "7600, 7600.00, -",
                "11390.45, 11390.45, -",
                "'1,234.50', 1234.50, NUMBER_SEPARATOR",
                "'1,234,567', 1234567.00, NUMBER_SEPARATOR",
                "999999999999.99, 999999999999.99, -",
                "1000000000000, -, BAD_NUMBER",
                "'12,34', -, BAD_NUMBER",
                "1.234, -, BAD_NUMBER",
                "-5, -, BAD_NUMBER",
                "1e5, -, BAD_NUMBER",
                "abc, -, BAD_NUMBER",
                "$5, -, BAD_NUMBER",
                "\u0665, -, BAD_NUMBER",
            })
    void readsAmounts(String text, BigDecimal expected, String codes) {
        var reading = read(Map.of(Column.HIGH_BID, text));

        assertThat(codes(reading)).isEqualTo(list(codes));
        assertThat(reading.lot() == null ? null : reading.lot().currentBid).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ODOMETER, 9999999.0, ODOMETER_SENTINEL, OK",
                "ODOMETER, 1000000000, BAD_NUMBER, QUARANTINE",
                "YEAR, 0, YEAR_UNKNOWN, OK",
                "YEAR, 1899, YEAR_OUT_OF_RANGE, FLAG",
                "YEAR, 2101, YEAR_OUT_OF_RANGE, FLAG",
                "YEAR, MMXV, BAD_NUMBER, QUARANTINE",
                "YEAR, 2013, VIN_YEAR_DISAGREES, OK",
                "MODEL_GROUP, ALL Models, PLACEHOLDER, OK",
                "ITEM, x, BAD_OPTIONAL_VALUE, FLAG",
                "CYLINDERS, 99999, BAD_OPTIONAL_VALUE, FLAG",
                "AUTO_GRADE, 3.55, BAD_OPTIONAL_VALUE, FLAG",
                "CURRENCY, usd, CURRENCY_UNKNOWN, FLAG",
                "LOT_NUMBER, '', LOT_NUMBER_MISSING, QUARANTINE",
                "LOT_NUMBER, 123456789012345678901, LOT_NUMBER_BAD, QUARANTINE",
                "LOT_NUMBER, 12 34, LOT_NUMBER_BAD, QUARANTINE",
                "UPDATED, '', SOURCE_TIME_FROM_FILE, REPAIR",
                "UPDATED, yesterday, BAD_TIMESTAMP, QUARANTINE",
                "UPDATED, 2026-03-02T06:00:01Z, SOURCE_TIME_FUTURE, QUARANTINE",
                "UPDATED, 2026-03-02T06:00:00Z, -, OK",
                "VIN, '', VIN_MISSING, OK",
                "VIN, 1HGCM82633, VIN_LENGTH, FLAG",
                "VIN, 1HGCM82633A0043522, VIN_LENGTH, FLAG",
                "VIN, WBA**************, VIN_MASKED, FLAG",
                "VIN, 1HGCM82633A00435O, VIN_ILLEGAL_CHARACTER, FLAG",
                "DRIVE, ON RAILS, UNKNOWN_VALUE, OK",
                "RENTALS, maybe, UNKNOWN_VALUE, OK",
            })
    void saysWhatIsOddAboutAValue(Column column, String value, String codes, RowVerdict verdict) {
        var reading = read(Map.of(column, value));

        assertThat(codes(reading)).isEqualTo(list(codes));
        assertThat(reading.verdict()).isEqualTo(verdict);
        assertThat(reading.lot() == null).isEqualTo(verdict == RowVerdict.QUARANTINE);
    }

    @Test
    void keepsBesideTheLotWhatWasNotUnderstood() {
        var lot = read(Map.of(Column.ITEM, "7a", Column.YEAR, "1812", Column.HAS_KEYS, "SOME", Column.CURRENCY, "$"))
                .lot();

        assertThat(lot.extra)
                .isEqualTo(Map.of("Item#", "7a", "Year", "1812", "Has Keys-Yes or No", "SOME", "Currency Code", "$"));
        assertThat(lot.itemNumber).isNull();
        assertThat(lot.year).isNull();
    }

    @Test
    void makesAWrongCheckDigitAFlagAndKeepsTheVin() {
        var reading = read(Map.of(Column.VIN, "1hgcm82633a004353", Column.YEAR, "2003"));

        assertThat(codes(reading)).containsExactly(Code.VIN_CHECK_DIGIT_MISMATCH);
        assertThat(reading.lot().vin).isEqualTo("1HGCM82633A004353");
        assertThat(reading.lot().vinRaw).isEqualTo("1hgcm82633a004353");
        assertThat(reading.lot().wmi).isEqualTo("1HG");
        assertThat(reading.lot().decodedYear).isEqualTo(2003);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "USA, '', mi",
                "CAN, '', km",
                "CAN, ODOMETER IN MILES, mi",
                "CAN, Odomètre en miles ***, mi",
                "CAN, KILOMÉTRAGE INCONNU, km",
                "CAN, SMILES, km",
                "MEX, '', unknown",
            })
    void tellsTheUnitOfTheOdometer(String country, String note, String unit) {
        var lot =
                read(Map.of(Column.COUNTRY, country, Column.SPECIAL_NOTE, note)).lot();

        assertThat(lot.odometerUnit).isEqualTo(unit);
    }

    @Test
    void splitsAnnouncementsGathersTheOffsiteAddressAndCompletesTheUrl() {
        var lot = read(Map.of(
                        Column.ANNOUNCEMENTS, "Maintenance, Safety,",
                        Column.OFFSITE_CITY, "CLINTON",
                        Column.OFFSITE_ZIP, "52732",
                        Column.THUMBNAIL, "pictures.example.test/1.jpg",
                        Column.WHOLESALE, "Y"))
                .lot();

        assertThat(lot.announcements).containsExactly("Maintenance", "Safety");
        assertThat(lot.offsite).isEqualTo(Map.of("city", "CLINTON", "zip", "52732"));
        assertThat(lot.imageThumbnailUrl).isEqualTo("https://pictures.example.test/1.jpg");
        assertThat(lot.isWholesale).isTrue();
        assertThat(lot.isRental).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drive=FRONT WHEEL DRIVE|Front-wheel Drive|Front Wheel Drive:fwd",
                "drive=ALL WHEEL DRIVE|All wheel drive|All Wheel Drive:awd",
                "drive=REAR WHEEL DRIVE|Rear-wheel drive|Rear Wheel Drive:rwd",
                "drive=4X4 W/REAR WHEEL DRV|4x4 w/Front Whl Drv|Four by Four|Rear Wheel Drive w/4x4:4wd",
                "drive=4x2|4X2:4x2",
                "drive=6x4:6x4",
                "drive=OTHER:other",
                "drive=Unknown:unknown",
                "fuel=GAS|Gas:gasoline",
                "fuel=FLEXIBLE|Flexible|FLEXIBLE FUEL:flex",
                "fuel=ELECTRIC AND GAS HYBRID|HYBRID ENGINE|HYBRID:hybrid",
                "fuel=Diesel:diesel",
                "fuel=Electric:electric",
                "fuel=COMPRESSED NATURAL GAS:cng",
                "fuel=HYDROGEN FUEL CELL:hydrogen",
                "fuel=Propane|PROPANE GAS:propane",
                "fuel=CONVERTIBLE|CONVERTIBLE TO GASEOUS POWERED:convertible",
                "fuel=GAS AND OIL MIX:gas_oil",
                "fuel=X|UNKNOWN:unknown",
                "transmission=AUTOMATIC|Automatic:automatic",
                "transmission=Manual:manual",
                "transmission=NONE:none",
                "runs_drives=Run & Drive Verified|D:run_and_drive",
                "runs_drives=Vehicle Starts|S:starts",
                "runs_drives=DEFAULT|E:not_stated",
                "has_keys=EXM:exempt",
                "odometer_reading=A:actual",
                "odometer_reading=X:exceeds_limits",
                "vehicle_type=V:car",
                "vehicle_type=M:marine",
                "damage=MINOR DENT/SCRATCHES:minor_dent_scratches",
                "damage=BURN - ENGINE:burn_engine",
                "damage=WATER/FLOOD:water_flood",
                "damage=MISSING/ALTERED VIN:missing_altered_vin",
                "damage=UNKNOWN:unknown",
                "title_group=ST|SC:salvage",
                "title_group=CT:certificate",
                "sale_type=On Minimum Bid:minimum_bid",
            })
    void knowsTheWordsOfTheFeed(String line) {
        var domain = line.substring(0, line.indexOf('='));
        var code = line.substring(line.indexOf(':') + 1);
        var words = new FeedWords(Map.of());

        for (var word : line.substring(domain.length() + 1, line.indexOf(':')).split("\\|")) {
            assertThat(words.code(domain, word)).as(word).isEqualTo(code);
        }
    }

    @Test
    void registersWhatIsUnknownAndUsesWhatWasTaught() {
        var unknown = read(Map.of(Column.TITLE_TYPE, "S1", Column.VEHICLE_TYPE, "Q"));
        var aliases = Map.of("title_group", Map.of("S1", "salvage"));
        var taught = read(
                Map.of(Column.TITLE_TYPE, "s1"),
                new FeedContext(SampleFeed.SNAPSHOT, SampleFeed.SNAPSHOT, Map.of(), aliases));

        assertThat(unknown.findings())
                .contains(
                        new Finding(Code.UNKNOWN_VALUE, "Sale Title Type", List.of("title_group", "S1")),
                        new Finding(Code.UNKNOWN_VALUE, "Vehicle Type", List.of("vehicle_type", "Q")));
        assertThat(unknown.lot().titleGroup).isEqualTo("unclassified");
        assertThat(unknown.lot().vehicleType).isEqualTo("Q");
        assertThat(taught.lot().titleGroup).isEqualTo("salvage");
        assertThat(taught.findings()).isEmpty();
    }

    @Test
    void everyCodeHasItsNameInBothLanguages() {
        assertThat(FeedWords.own())
                .allSatisfy(each ->
                        assertThat(List.of(each.labelEn(), each.labelAr())).doesNotContain(""))
                .allSatisfy(each -> assertThat(each.words()).allMatch(word -> word.equals(FeedWords.normal(word))));
    }
}
