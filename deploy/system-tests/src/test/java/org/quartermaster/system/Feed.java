package org.quartermaster.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A feed of our own with all columns and two snapshots: in the second some lots are newer, older, gone, new or broken.
 *
 * @param number tells its lots and VINs from those of other feeds
 */
record Feed(int number, int lots) {
    private static final List<String> HEADER = List.of(
            ("Id,Yard number,Yard name,Sale Date M/D/CY,Day of Week,Sale time (HHMM),Time Zone,Item#,Lot number,"
                            + "Vehicle Type,Year,Make,Model Group,Model Detail,Body Style,Color,Damage Description,"
                            + "Secondary Damage,Sale Title State,Sale Title Type,Has Keys-Yes or No,Lot Cond. Code,VIN,"
                            + "Odometer,Odometer Brand,Est. Retail Value,Repair cost,Engine,Drive,Transmission,"
                            + "Fuel Type,Cylinders,Runs/Drives,Sale Status,High Bid =non-vix,Sealed=Vix,Special Note,"
                            + "Location city,Location state,Location ZIP,Location country,Currency Code,"
                            + "Image Thumbnail,Create Date/Time,Grid/Row,Make-an-Offer Eligible,Buy-It-Now Price,"
                            + "Image URL,Trim,Last Updated Time,Rentals,Wholesale,Seller Name,Offsite Address1,"
                            + "Offsite State,Offsite City,Offsite Zip,Sale Light,AutoGrade,Announcements")
                    .replace("non-vix,Sealed", "non-vix;Sealed")
                    .split(","));

    /** The first snapshot, with all lots. */
    String first() {
        return file(IntStream.range(0, lots).mapToObj(n -> lot(n, "2026-04-01T10:00:00Z", "100.0")));
    }

    /** The second: one lot in 20 is gone, one in 7 newer, one in 31 older, one in 200 broken; some are new. */
    String second() {
        return file(
                IntStream.range(0, lots + lots / 20).filter(n -> n % 20 != 0).mapToObj(this::later));
    }

    private String later(int n) {
        if (n % 200 == 3) {
            return lot(n, "2026-04-01T16:00:00Z", "a lot");
        }
        if (n % 31 == 0) {
            return lot(n, "2026-03-31T10:00:00Z", "50.0");
        }
        return n % 7 == 0 ? lot(n, "2026-04-01T16:00:00Z", "250.0") : lot(n, "2026-04-01T10:00:00Z", "100.0");
    }

    private static String file(java.util.stream.Stream<String> lines) {
        var header = HEADER.stream()
                .map(name -> '"' + name.replace("non-vix;Sealed", "non-vix,Sealed") + '"')
                .collect(Collectors.joining(","));
        return lines.collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private String lot(int n, String updated, String bid) {
        Map<String, String> values = new HashMap<>();
        values.put("Lot number", Integer.toString(n));
        values.put("VIN", "K%03d%011d".formatted(number, n));
        values.put("Year", "2019");
        values.put("Make", n % 2 == 0 ? "HONDA" : "TOYOTA");
        values.put("Model Group", "MODEL " + n % 9);
        values.put("Sale Date M/D/CY", "20260501");
        values.put("Sale time (HHMM)", "1000");
        values.put("Time Zone", "EST");
        values.put("Location state", "NY");
        values.put("Location country", "USA");
        values.put("Currency Code", "USD");
        values.put("Sale Title Type", n % 11 == 0 ? "Q" + n % 3 : "SC");
        values.put("Drive", n % 13 == 0 ? "SIDEWAYS" : "FRONT WHEEL DRIVE");
        values.put("High Bid =non-vix;Sealed=Vix", bid);
        values.put("Last Updated Time", updated);
        return HEADER.stream().map(name -> values.getOrDefault(name, "")).collect(Collectors.joining(","));
    }
}
