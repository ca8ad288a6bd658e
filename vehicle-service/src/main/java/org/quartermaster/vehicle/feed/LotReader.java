package org.quartermaster.vehicle.feed;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands the cells of a record; also those that a data admin has mended. NB: for one thread. */
public final class LotReader {
    private static final int LONGEST_LOT_NUMBER = 20;
    private static final int BEST_GRADE = 9;
    private static final Pattern MILES = Pattern.compile("\\bmill?es\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final FeedHeader header;
    private final FeedWords words;
    private final AuctionTime auctionTime;
    private final SourceTime sourceTime;
    private final LotVin vins;
    private final RowHash hash = new RowHash();

    public LotReader(FeedHeader header, FeedContext context) {
        this.header = header;
        words = new FeedWords(context.aliases());
        auctionTime = new AuctionTime(context.yardZones());
        sourceTime = new SourceTime(context);
        vins = new LotVin(context.now().atOffset(ZoneOffset.UTC).getYear());
    }

    /** @param cells as many as the header has columns, without white space around them */
    public LotReading read(List<String> cells) {
        return read(cells, new ArrayList<>());
    }

    /** @param found what was found about the cells' writing; what they say is added */
    LotReading read(List<String> cells, List<Finding> found) {
        var row = new Row(header, cells, found);
        var lot = new LotValues();
        lot.lotExternalId = lotNumber(row);
        auctionTime.read(row, lot);
        lot.sourceUpdatedAt = sourceTime.read(row);
        readNumbers(row, lot);
        readTexts(row, lot);
        readVehicle(row, lot);
        readState(row, lot);
        readPlaceAndSale(row, lot);
        vins.read(row, lot);
        lot.extra = row.extra();
        var verdict = row.verdict();
        if (verdict == RowVerdict.QUARANTINE) {
            return new LotReading(verdict, row.findings(), null);
        }
        lot.rowHash = hash.of(row, lot);
        return new LotReading(verdict, row.findings(), lot);
    }

    private static String lotNumber(Row row) {
        var number = row.text(Column.LOT_NUMBER);
        if (number == null) {
            row.say(Code.LOT_NUMBER_MISSING, Column.LOT_NUMBER);
        } else if (number.length() > LONGEST_LOT_NUMBER || !number.chars().allMatch(LotReader::isOfLotNumber)) {
            row.say(Code.LOT_NUMBER_BAD, Column.LOT_NUMBER, number);
        }
        return number;
    }

    private static boolean isOfLotNumber(int each) {
        return each >= '0' && each <= '9' || each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z' || each == '-';
    }

    private static void readNumbers(Row row, LotValues lot) {
        lot.year = Numbers.year(row);
        lot.itemNumber = Numbers.optionalWhole(row, Column.ITEM, Integer.MAX_VALUE);
        lot.cylinders = Numbers.optionalWhole(row, Column.CYLINDERS, Short.MAX_VALUE);
        lot.autoGrade = Numbers.optional(row, Column.AUTO_GRADE, 1, BEST_GRADE);
        lot.odometer = Numbers.odometer(row);
        lot.odometerRaw = row.text(Column.ODOMETER);
        lot.retailValue = Numbers.money(row, Column.RETAIL_VALUE);
        lot.repairCost = Numbers.money(row, Column.REPAIR_COST);
        lot.currentBid = Numbers.money(row, Column.HIGH_BID);
        lot.buyItNow = Numbers.money(row, Column.BUY_IT_NOW);
    }

    private static void readTexts(Row row, LotValues lot) {
        lot.yardNumber = row.text(Column.YARD_NUMBER);
        lot.yardName = row.text(Column.YARD_NAME);
        lot.titleState = row.text(Column.TITLE_STATE);
        lot.specialNote = row.text(Column.SPECIAL_NOTE);
        lot.locationCity = row.text(Column.CITY);
        lot.locationState = row.text(Column.STATE);
        lot.locationZip = row.text(Column.ZIP);
        lot.locationCountry = row.text(Column.COUNTRY);
        lot.gridRow = row.text(Column.GRID_ROW);
        lot.sellerName = row.text(Column.SELLER);
        lot.saleLight = row.text(Column.SALE_LIGHT);
        lot.imageUrl = row.text(Column.IMAGE_URL);
        lot.imageThumbnailUrl = url(row.text(Column.THUMBNAIL));
        lot.sourceCreatedRaw = row.text(Column.CREATED);
        lot.announcements = announcements(row.text(Column.ANNOUNCEMENTS));
        lot.offsite = offsite(row);
    }

    private void readVehicle(Row row, LotValues lot) {
        lot.make = row.text(Column.MAKE);
        lot.modelGroup = model(row);
        lot.modelDetail = row.text(Column.MODEL_DETAIL);
        lot.trim = row.text(Column.TRIM);
        lot.bodyStyle = row.text(Column.BODY_STYLE);
        lot.color = row.text(Column.COLOR);
        lot.engine = row.text(Column.ENGINE);
        lot.driveRaw = row.text(Column.DRIVE);
        lot.drive = code(row, "drive", Column.DRIVE);
        lot.transmissionRaw = row.text(Column.TRANSMISSION);
        lot.transmission = code(row, "transmission", Column.TRANSMISSION);
        lot.fuelRaw = row.text(Column.FUEL);
        lot.fuel = code(row, "fuel", Column.FUEL);
        var type = code(row, "vehicle_type", Column.VEHICLE_TYPE);
        lot.vehicleType = type == null ? row.text(Column.VEHICLE_TYPE) : type;
    }

    private void readState(Row row, LotValues lot) {
        lot.titleType = row.text(Column.TITLE_TYPE);
        var title = code(row, "title_group", Column.TITLE_TYPE);
        lot.titleGroup = title == null && lot.titleType != null ? "unclassified" : title;
        lot.damageDescription = row.text(Column.DAMAGE);
        lot.damageCode = code(row, "damage", Column.DAMAGE);
        lot.secondaryDamage = row.text(Column.SECONDARY_DAMAGE);
        lot.secondaryDamageCode = code(row, "damage", Column.SECONDARY_DAMAGE);
        lot.hasKeys = codeOrKeep(row, "has_keys", Column.HAS_KEYS);
        lot.lotConditionCode = row.text(Column.CONDITION);
        lot.runsDrivesRaw = row.text(Column.RUNS_DRIVES);
        lot.runsDrives = runsDrives(row, lot);
        lot.odometerBrand = row.text(Column.ODOMETER_BRAND);
        lot.odometerReading = code(row, "odometer_reading", Column.ODOMETER_BRAND);
        lot.odometerUnit = odometerUnit(lot);
    }

    private void readPlaceAndSale(Row row, LotValues lot) {
        lot.currencyCode = currency(row);
        lot.saleStatusRaw = row.text(Column.SALE_STATUS);
        var type = code(row, "sale_type", Column.SALE_STATUS);
        lot.saleType = type == null && lot.saleStatusRaw != null ? "unknown" : type;
        lot.makeOfferEligible = flag(row, Column.MAKE_OFFER);
        lot.isRental = flag(row, Column.RENTALS);
        lot.isWholesale = flag(row, Column.WHOLESALE);
    }

    private String code(Row row, String domain, Column column) {
        var word = row.text(column);
        var code = word == null ? null : words.code(domain, word);
        if (word != null && code == null) {
            row.say(Code.UNKNOWN_VALUE, column, domain, word);
        }
        return code;
    }

    /** For a column whose value stands nowhere else. */
    private String codeOrKeep(Row row, String domain, Column column) {
        var code = code(row, domain, column);
        if (code == null && row.text(column) != null) {
            row.keep(column);
        }
        return code;
    }

    private Boolean flag(Row row, Column column) {
        var code = codeOrKeep(row, "yes_no", column);
        return code == null ? null : code.equals("yes");
    }

    /** The condition code says the same, so it stands in where the words are missing. */
    private String runsDrives(Row row, LotValues lot) {
        return lot.runsDrivesRaw == null && lot.lotConditionCode != null
                ? words.code("runs_drives", lot.lotConditionCode)
                : code(row, "runs_drives", Column.RUNS_DRIVES);
    }

    private static String model(Row row) {
        var model = row.text(Column.MODEL_GROUP);
        if (model != null && model.equalsIgnoreCase("ALL MODELS")) {
            row.say(Code.PLACEHOLDER, Column.MODEL_GROUP, model);
            return null;
        }
        return model;
    }

    private static String currency(Row row) {
        var currency = row.text(Column.CURRENCY);
        if (currency == null || CURRENCIES.contains(currency)) {
            return currency;
        }
        row.say(Code.CURRENCY_UNKNOWN, Column.CURRENCY, currency);
        row.keep(Column.CURRENCY);
        return null;
    }

    private static String odometerUnit(LotValues lot) {
        if (lot.specialNote != null && MILES.matcher(lot.specialNote).find()) {
            return "mi";
        }
        if (lot.locationCountry == null) {
            return "unknown";
        }
        return switch (lot.locationCountry) {
            case "USA" -> "mi";
            case "CAN" -> "km";
            default -> "unknown";
        };
    }

    private static String url(String text) {
        return text == null || text.contains("://") ? text : "https://" + text;
    }

    private static List<String> announcements(String text) {
        var each = text == null
                ? List.<String>of()
                : Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        return each.isEmpty() ? null : each;
    }

    private static Map<String, String> offsite(Row row) {
        var offsite = new LinkedHashMap<String, String>();
        put(offsite, "address1", row.text(Column.OFFSITE_ADDRESS));
        put(offsite, "state", row.text(Column.OFFSITE_STATE));
        put(offsite, "city", row.text(Column.OFFSITE_CITY));
        put(offsite, "zip", row.text(Column.OFFSITE_ZIP));
        return offsite.isEmpty() ? null : offsite;
    }

    private static void put(Map<String, String> map, String name, String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
