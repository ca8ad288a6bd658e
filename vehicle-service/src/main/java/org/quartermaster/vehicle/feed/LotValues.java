package org.quartermaster.vehicle.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a record says about a lot and its vehicle: the columns of both tables that a feed fills. A vehicle's model is
 * the model group, its body the body style, its odometer value the odometer.
 */
public final class LotValues {
    /** Without the name of the source. */
    public String lotExternalId;
    /** In normal form; null unless it identifies a vehicle. */
    public String vin;

    public String vinRaw;
    public String vinKind;
    public String vinCheck;
    /** Of the vehicle: characters 1 to 3, of a small maker with 12 to 14. */
    public String wmi;
    /** Of the vehicle: the model year by the VIN. */
    public Integer decodedYear;

    /** {@code active} with a date, else {@code unscheduled}. */
    public String status;

    public Instant auctionDatetimeUtc;
    public LocalDate auctionDate;
    public String saleDateRaw;
    public String saleTimeRaw;
    public String tzRaw;
    public String tzZone;
    public BigDecimal tzConfidence;
    public String saleType;
    public String saleStatusRaw;
    public String yardNumber;
    public String yardName;
    public Integer itemNumber;

    public String vehicleType;
    public Integer year;
    public String make;
    public String modelGroup;
    public String modelDetail;
    public String trim;
    public String bodyStyle;
    public String color;
    public String engine;
    public Integer cylinders;
    public String drive;
    public String driveRaw;
    public String transmission;
    public String transmissionRaw;
    public String fuel;
    public String fuelRaw;

    public String titleState;
    public String titleType;
    public String titleGroup;
    public String damageDescription;
    public String damageCode;
    public String secondaryDamage;
    public String secondaryDamageCode;
    public String hasKeys;
    public String runsDrives;
    public String runsDrivesRaw;
    public String lotConditionCode;
    public BigDecimal odometer;
    public String odometerRaw;
    public String odometerUnit;
    public String odometerBrand;
    public String odometerReading;

    public BigDecimal retailValue;
    public BigDecimal repairCost;
    public BigDecimal currentBid;
    public BigDecimal buyItNow;
    public String currencyCode;
    public String specialNote;
    public String locationCity;
    public String locationState;
    public String locationZip;
    public String locationCountry;
    public String gridRow;
    public Boolean makeOfferEligible;
    public Boolean isRental;
    public Boolean isWholesale;
    public String sellerName;
    /** address1, state, city, zip, as far as given; null where none is. */
    public Map<String, String> offsite;

    public String saleLight;
    public BigDecimal autoGrade;
    /** Null where there are none. */
    public List<String> announcements;

    public String imageThumbnailUrl;
    public String imageUrl;
    public String sourceCreatedRaw;
    public Instant sourceUpdatedAt;
    /** Values of unknown columns, and those not understood that have no column of their own; null where none. */
    public Map<String, String> extra;
    /** The same for two records that say the same, whatever their Id, creation and update times. */
    public UUID rowHash;
}
