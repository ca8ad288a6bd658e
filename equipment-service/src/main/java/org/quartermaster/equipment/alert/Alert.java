package org.quartermaster.equipment.alert;

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
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

/** Something about a machine that somebody must see to. */
@Entity
@DynamicUpdate
@Table(name = "equipment_alerts")
public class Alert {
    public String tenantId;

    @Id
    public String alertId;

    public String equipmentId;
    public String equipmentName;
    public MaintenanceType maintenanceType;
    public String description;
    public String descriptionAr;
    public Priority priority = Priority.MEDIUM;
    public Instant dueAt;
    public BigDecimal dueHours;
    public boolean isOverdue;
    public AlertKind kind;

    /** One unresolved alert per machine and key; the database sees to it. */
    public String dedupeKey;

    public String planId;
    public String ruleId;
    public String faultId;
    public AlertState state = AlertState.OPEN;
    public DueStage stage;
    public BigDecimal dueKm;
    public Instant forecastDueAt;

    /** An {@link Explanation} as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String explanation;

    public Instant acknowledgedAt;
    public String acknowledgedBy;
    public Instant snoozedUntil;
    public String snoozedBy;
    public Instant resolvedAt;
    public String resolvedBy;
    public Resolution resolution;
    public String resolvedRecordId;

    /** When the condition of a rule's alert that a person resolved was gone; it stays quiet until then. */
    public Instant clearedAt;

    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    /** This and the next three are the machine's; filled by {@link AlertRepository}. */
    @Transient
    public EquipmentType equipmentType;

    @Transient
    public String brand;

    @Transient
    public String model;

    @Transient
    public String serialNumber;

    /** A JSON array; filled by {@link AlertRepository}. */
    @Transient
    public String recommendations = "[]";

    /** The parts of its plan as a JSON array, for its events; filled by {@link AlertRepository}. */
    @Transient
    public String requiredParts = "[]";
}
