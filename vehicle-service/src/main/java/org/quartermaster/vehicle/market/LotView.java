package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One offer of a vehicle, as the API shows it: what was understood, and under {@code raw} what was read.
 *
 * @param sourceFileId the file that said it last, with row and hash of the record; for data admins alone
 */
@Schema(name = "Lot")
public record LotView(
        Long id,
        String vin,
        String status,
        Instant auctionDatetimeUtc,
        String titleType,
        String damageDescription,
        String secondaryDamage,
        BigDecimal odometer,
        String odometerBrand,
        String locationCity,
        String locationState,
        String locationCountry,
        String lotExternalId,
        Instant sourceUpdatedAt,
        String source,
        String vinKind,
        String vinCheck,
        LocalDate auctionDate,
        String tzZone,
        BigDecimal tzConfidence,
        String saleType,
        String yardNumber,
        String yardName,
        Integer itemNumber,
        String vehicleType,
        Integer year,
        String make,
        String modelGroup,
        String modelDetail,
        String trim,
        String bodyStyle,
        String color,
        String titleState,
        String titleGroup,
        String damageCode,
        String secondaryDamageCode,
        String hasKeys,
        String runsDrives,
        String lotConditionCode,
        String engine,
        Integer cylinders,
        String drive,
        String transmission,
        String fuel,
        String odometerUnit,
        String odometerReading,
        BigDecimal retailValue,
        BigDecimal repairCost,
        BigDecimal currentBid,
        BigDecimal buyItNow,
        String currencyCode,
        String specialNote,
        String locationZip,
        String gridRow,
        Boolean makeOfferEligible,
        Boolean isRental,
        Boolean isWholesale,
        String sellerName,
        @Schema(type = SchemaType.OBJECT) JsonNode offsite,
        String saleLight,
        BigDecimal autoGrade,
        List<String> announcements,
        String imageThumbnailUrl,
        String imageUrl,
        @Schema(type = SchemaType.OBJECT) JsonNode extra,
        Instant firstSeenAt,
        Instant disappearedAt,
        Long previousLotId,
        Integer relistCount,
        String outcome,
        BigDecimal outcomeConfidence,
        Instant createdAt,
        Instant updatedAt,
        Long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID sourceFileId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer sourceRowNo,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID rowHash,
        Raw raw) {
    private static final String RAW = """
            jsonb_build_object('raw', jsonb_build_object(
              'vin_raw', l.vin_raw, 'sale_date_raw', l.sale_date_raw,
              'sale_time_raw', l.sale_time_raw, 'tz_raw', l.tz_raw,
              'sale_status_raw', l.sale_status_raw, 'runs_drives_raw', l.runs_drives_raw,
              'drive_raw', l.drive_raw, 'transmission_raw', l.transmission_raw,
              'fuel_raw', l.fuel_raw, 'odometer_raw', l.odometer_raw,
              'source_created_raw', l.source_created_raw))
            """;

    /** A row {@code l} of lots as the JSON that this record is read from, with its place in a file. */
    static final String JSON_WITH_PLACE = "to_jsonb(l) || " + RAW;

    /** As above, without the place, which data admins alone may see. */
    public static final String JSON =
            "to_jsonb(l) - cast('{source_file_id,source_row_no,row_hash}' as text[]) || " + RAW;

    private static final List<String> VIN_WARNINGS = List.of("missing_altered_vin", "replaced_vin");

    /** The values of the feed as they stood there. */
    @Schema(name = "LotRaw")
    public record Raw(
            String vinRaw,
            String saleDateRaw,
            String saleTimeRaw,
            String tzRaw,
            String saleStatusRaw,
            String runsDrivesRaw,
            String driveRaw,
            String transmissionRaw,
            String fuelRaw,
            String odometerRaw,
            String sourceCreatedRaw) {}

    /** Whether its damage puts the VIN itself in doubt. */
    boolean warnsOfVin() {
        return VIN_WARNINGS.stream().anyMatch(code -> code.equals(damageCode) || code.equals(secondaryDamageCode));
    }
}
