package org.quartermaster.vehicle.asset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A vehicle of a tenant. */
@Entity
@DynamicUpdate
@Table(schema = "vehicle", name = "assets")
public class Asset {
    public String tenantId;

    @Id
    public UUID id;

    /** In normal form; the text that it was read from is beside it. */
    public String vin;

    public String vinRaw;
    public String licensePlate;

    /** Who runs it. */
    public UUID currentOrganizationId;

    /** Who owns it. */
    public UUID ownerOrgId;

    public DataStatus dataStatus = DataStatus.DRAFT;
    public String catalogRef;

    /** Who holds it. */
    public UUID ownerPersonId;

    public AssetKind assetKind = AssetKind.CAR;
    public String serialNumber;
    public String plateCountry;
    public String make;
    public String model;
    public String variant;
    public Integer year;
    public String body;
    public String fuel;
    public String transmission;
    public String drive;
    public String engine;
    public String color;
    public BigDecimal odometerValue;
    public OdometerUnit odometerUnit;
    public Instant odometerReadAt;
    public LocalDate firstRegistrationDate;
    public LocalDate inspectionExpiresOn;
    public LocalDate insuranceExpiresOn;
    public String registrationCountry;
    public String locationName;
    public Instant acquiredAt;
    public Acquisition acquisition;
    public Long acquiredLotId;

    /** In another tenant. */
    public UUID previousAssetId;

    public BigDecimal purchasePrice;
    public String purchaseCurrency;
    public BigDecimal value;
    public String valueCurrency;
    public Instant valueAt;
    public String notes;

    @JdbcTypeCode(SqlTypes.JSON)
    public String metadata;

    public BigDecimal completenessScore;

    /** Version of the weights that the score was computed by. */
    public Integer completenessVersion;

    public Instant verifiedAt;
    public UUID verifiedBy;
    public BigDecimal verifiedScore;
    public Integer verifiedVersion;
    public String vinOverrideReason;
    public Instant archivedAt;
    public UUID archivedBy;
    public String archiveReason;
    public UUID createdBy;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    /** The transfer that waits for an answer, or null. */
    @Transient
    public UUID openTransferId;
}
