package org.quartermaster.equipment.maintenance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.quartermaster.equipment.reference.MaintenanceType;

/** Work done on a machine, as one link of the machine's hash chain; never changed once written. */
@Entity
@Immutable
@Table(name = "equipment_maintenance")
public class MaintenanceRecord {
    public String tenantId;

    @Id
    public String recordId;

    public String equipmentId;
    public MaintenanceType maintenanceType;
    public String description;
    public String descriptionAr;
    public String performedBy;
    public Instant performedAt;
    public BigDecimal cost;
    public String currency;
    public String notes;
    public String[] partsReplaced;
    public BigDecimal performedHours;
    public BigDecimal performedKm;
    public BigDecimal labourHours;
    public Integer downtimeMinutes;
    public String planId;
    public String alertId;
    public String correctsRecordId;
    public boolean voided;

    /** Why another record was corrected or voided; null on all others. */
    public String correctionReason;

    public String recordedBy;
    public RecordSource source = RecordSource.API;
    public long seq;
    public byte[] prevHash;
    public byte[] hash;
    public Instant createdAt;
    public Instant updatedAt;

    /** The record that corrects this one; filled by {@link RecordRepository}. */
    @Transient
    public String correctedBy;

    /** The part lines as a JSON array; filled by {@link RecordRepository}. */
    @Transient
    public String parts;

    /** A new record of the same work, without what the server sets. */
    MaintenanceRecord work() {
        var copy = new MaintenanceRecord();
        copy.maintenanceType = maintenanceType;
        copy.description = description;
        copy.descriptionAr = descriptionAr;
        copy.performedBy = performedBy;
        copy.performedAt = performedAt;
        copy.cost = cost;
        copy.currency = currency;
        copy.notes = notes;
        copy.partsReplaced = partsReplaced;
        copy.performedHours = performedHours;
        copy.performedKm = performedKm;
        copy.labourHours = labourHours;
        copy.downtimeMinutes = downtimeMinutes;
        copy.planId = planId;
        copy.alertId = alertId;
        return copy;
    }
}
