package org.quartermaster.vehicle.feed;

import java.util.regex.Pattern;

/** The values of a lot that the feed writes as words or letters, as codes beside the words. */
final class LotCodes {
    private static final Pattern MILES = Pattern.compile("\\bmill?es\\b", Pattern.CASE_INSENSITIVE);

    private final FeedWords words;

    LotCodes(FeedWords words) {
        this.words = words;
    }

    void read(Row row, LotValues lot) {
        readVehicle(row, lot);
        readState(row, lot);
        readOdometer(row, lot);
        readSale(row, lot);
    }

    private void readVehicle(Row row, LotValues lot) {
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
    }

    private void readOdometer(Row row, LotValues lot) {
        lot.odometerBrand = row.text(Column.ODOMETER_BRAND);
        lot.odometerReading = code(row, "odometer_reading", Column.ODOMETER_BRAND);
        lot.odometerUnit = odometerUnit(row);
    }

    private void readSale(Row row, LotValues lot) {
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

    /** By the country, unless the special note says miles, in English or French. */
    private static String odometerUnit(Row row) {
        var note = row.text(Column.SPECIAL_NOTE);
        if (note != null && MILES.matcher(note).find()) {
            return "mi";
        }
        var country = row.text(Column.COUNTRY);
        if ("USA".equals(country)) {
            return "mi";
        }
        return "CAN".equals(country) ? "km" : "unknown";
    }
}
