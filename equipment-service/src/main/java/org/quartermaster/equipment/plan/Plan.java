package org.quartermaster.equipment.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.quartermaster.equipment.reference.DueStage;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;

/** Work that a machine needs again and again, or once, by hours, kilometres and date. */
@Entity
@DynamicUpdate
@Table(name = "maintenance_plans")
public class Plan {
    public String tenantId;

    @Id
    public String planId;

    public String equipmentId;
    public String name;
    public String nameAr;
    public MaintenanceType maintenanceType;
    public String description;
    public String descriptionAr;
    public BigDecimal intervalHours;
    public BigDecimal intervalKm;
    public Integer intervalDays;
    public Anchor anchor = Anchor.COMPLETED;
    public boolean recurring = true;
    public BigDecimal leadHours = new BigDecimal("50.00");
    public BigDecimal leadKm = new BigDecimal("500.0");
    public Integer leadDays = 7;
    public BigDecimal graceHours = new BigDecimal("0.00");
    public BigDecimal graceKm = new BigDecimal("0.0");
    public Integer graceDays = 0;
    public Priority priority = Priority.MEDIUM;
    public PlanState state = PlanState.ACTIVE;
    public boolean isPrimary;
    public Instant lastDoneAt;
    public BigDecimal lastDoneHours;
    public BigDecimal lastDoneKm;
    public String lastRecordId;
    public Instant nextDueAt;
    public BigDecimal nextDueHours;
    public BigDecimal nextDueKm;

    /** When to look at the plan next: time alone changes its stage or priority, or its forecast grows old. */
    public Instant nextCheckAt;

    public DueStage stage = DueStage.OK;
    public Instant forecastDueAt;

    /** A JSON object. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String forecast;

    /** A JSON array. NB: the JSON type of Hibernate Reactive takes objects alone, hence the text. */
    @ColumnTransformer(read = "jsonb_pretty(required_parts)", write = "cast(cast(? as text) as jsonb)")
    public String requiredParts;

    public Instant deletedAt;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    /** True when the plan can fall due a second time. */
    public boolean hasInterval() {
        return intervalHours != null || intervalKm != null || intervalDays != null;
    }

    boolean hasDuePoint() {
        return nextDueHours != null || nextDueKm != null || nextDueAt != null;
    }
}
