package org.quartermaster.vehicle.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values of a lot that are kept as they came, or nearly so. */
final class LotTexts {
    private LotTexts() {}

    static void read(Row row, LotValues lot) {
        readVehicle(row, lot);
        readLot(row, lot);
    }

    private static void readVehicle(Row row, LotValues lot) {
        lot.make = row.name(Column.MAKE);
        lot.modelGroup = model(row);
        lot.modelDetail = row.text(Column.MODEL_DETAIL);
        lot.trim = row.text(Column.TRIM);
        lot.bodyStyle = row.text(Column.BODY_STYLE);
        lot.color = row.text(Column.COLOR);
        lot.engine = row.text(Column.ENGINE);
    }

    private static void readLot(Row row, LotValues lot) {
        lot.yardNumber = row.text(Column.YARD_NUMBER);
        lot.yardName = row.text(Column.YARD_NAME);
        lot.titleState = row.text(Column.TITLE_STATE);
        lot.specialNote = row.text(Column.SPECIAL_NOTE);
        lot.locationCity = row.text(Column.CITY);
        lot.locationState = row.name(Column.STATE);
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

    private static String model(Row row) {
        var model = row.name(Column.MODEL_GROUP);
        if (model != null && model.equalsIgnoreCase("ALL MODELS")) {
            row.say(Code.PLACEHOLDER, Column.MODEL_GROUP, model);
            return null;
        }
        return model;
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
