package org.quartermaster.equipment.machine;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.EquipmentType;
import org.quartermaster.equipment.reference.MachineStatus;

/**
 * A machine of the register.
 * NB: the database's key is (tenant_id, equipment_id); row-level security leaves one tenant's rows in sight, so the
 * id alone identifies within a session.
 */
@Entity
@DynamicUpdate
@Table(name = "equipment")
public class Machine {
    public String tenantId;

    @Id
    public String equipmentId;

    public String name;
    public String nameAr;
    public EquipmentType equipmentType;
    public MachineStatus status = MachineStatus.OPERATIONAL;
    public String brand;
    public String model;
    public String serialNumber;
    public Integer year;
    public Instant purchaseDate;
    public BigDecimal purchasePrice;
    public String purchaseCurrency;
    public String fieldId;
    public String locationName;
    public Integer horsepower;
    public BigDecimal fuelCapacityLiters;
    public BigDecimal currentFuelPercent;
    public Instant currentFuelAt;
    public BigDecimal currentHours;
    public Instant currentHoursAt;
    public BigDecimal currentKm;
    public BigDecimal currentLat;
    public BigDecimal currentLon;
    public Instant currentPositionAt;
    public Instant lastSeenAt;
    public Instant lastSampleAt;

    /** A place too far to be true, which waits for two later ones that agree with it. */
    public Double heldLat;

    public Double heldLon;
    public Instant heldPositionAt;
    public int heldPositionAgreed;
    public Integer silentAfterMinutes;
    public Instant lastMaintenanceAt;
    public Instant nextMaintenanceAt;
    public BigDecimal nextMaintenanceHours;
    public DueStage dueStage = DueStage.OK;
    public String qrCode;
    public String vin;
    public String vehicleAssetId;

    /** A JSON object. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String metadata;

    /** Counts changes of register data alone, so that telemetry does not disturb a form. */
    public long version = 1;

    public Instant deletedAt;
    public String deletedBy;
    public DeleteReason deleteReason;
    public Instant createdAt;
    public Instant updatedAt;

    /** Unresolved alerts; filled by {@link MachineRepository}. */
    @Transient
    public long openAlerts;

    /** The nearest due point of all plans as JSON, or null; filled by {@link MachineRepository}. */
    @Transient
    public String nextDue;

    /** Filled by {@link MachineRepository}. */
    @Transient
    public String primaryPhotoId;
}
