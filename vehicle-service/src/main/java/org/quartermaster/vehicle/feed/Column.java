package org.quartermaster.vehicle.feed;

import java.util.Locale;

/** The columns of the feed in the order of its present layout, with other names that they have had. */
public enum Column {
    ID("Id"),
    YARD_NUMBER("Yard number", "Yard No"),
    YARD_NAME("Yard name"),
    /** NB: the name lies; values are YYYYMMDD. */
    SALE_DATE(true, "Sale Date M/D/CY", "Sale Date"),
    DAY_OF_WEEK("Day of Week"),
    SALE_TIME(true, "Sale time (HHMM)"),
    TIME_ZONE(true, "Time Zone"),
    ITEM("Item#", "Item Number"),
    LOT_NUMBER(true, "Lot number", "Lot #"),
    VEHICLE_TYPE("Vehicle Type"),
    YEAR(true, "Year"),
    MAKE(true, "Make"),
    MODEL_GROUP("Model Group"),
    MODEL_DETAIL("Model Detail"),
    BODY_STYLE("Body Style"),
    COLOR("Color"),
    DAMAGE("Damage Description"),
    SECONDARY_DAMAGE("Secondary Damage"),
    TITLE_STATE("Sale Title State"),
    TITLE_TYPE("Sale Title Type"),
    HAS_KEYS("Has Keys-Yes or No", "Has Keys"),
    CONDITION("Lot Cond. Code", "Lot Condition Code"),
    VIN(true, "VIN"),
    ODOMETER("Odometer"),
    ODOMETER_BRAND("Odometer Brand"),
    RETAIL_VALUE("Est. Retail Value", "Estimated Retail Value"),
    REPAIR_COST("Repair cost"),
    ENGINE("Engine"),
    DRIVE("Drive"),
    TRANSMISSION("Transmission"),
    FUEL("Fuel Type"),
    CYLINDERS("Cylinders"),
    RUNS_DRIVES("Runs/Drives"),
    SALE_STATUS("Sale Status"),
    HIGH_BID("High Bid =non-vix,Sealed=Vix", "High Bid"),
    SPECIAL_NOTE("Special Note"),
    CITY("Location city"),
    STATE(true, "Location state"),
    ZIP("Location ZIP"),
    COUNTRY("Location country"),
    CURRENCY(true, "Currency Code"),
    THUMBNAIL("Image Thumbnail"),
    CREATED("Create Date/Time"),
    GRID_ROW("Grid/Row"),
    MAKE_OFFER("Make-an-Offer Eligible"),
    BUY_IT_NOW("Buy-It-Now Price"),
    IMAGE_URL("Image URL"),
    TRIM("Trim"),
    UPDATED(true, "Last Updated Time", "Last Updated"),
    RENTALS("Rentals"),
    WHOLESALE("Wholesale", "Copart Select"),
    SELLER("Seller Name"),
    OFFSITE_ADDRESS("Offsite Address1"),
    OFFSITE_STATE("Offsite State"),
    OFFSITE_CITY("Offsite City"),
    OFFSITE_ZIP("Offsite Zip"),
    SALE_LIGHT("Sale Light"),
    AUTO_GRADE("AutoGrade"),
    ANNOUNCEMENTS("Announcements");

    private final boolean compulsory;
    private final String[] names;

    Column(String... names) {
        this(false, names);
    }

    Column(boolean compulsory, String... names) {
        this.compulsory = compulsory;
        this.names = names;
    }

    /** The name in the feed's present layout. */
    public String title() {
        return names[0];
    }

    boolean isCompulsory() {
        return compulsory;
    }

    boolean isNamed(String normalName) {
        for (var name : names) {
            if (normal(name).equals(normalName)) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits of a name, in lower case. */
    static String normal(String name) {
        var normal = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(normal::appendCodePoint);
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
