package org.quartermaster.equipment.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.equipment.rule.watch.Direction;
import org.quartermaster.equipment.rule.watch.Limits;
import org.quartermaster.platform.db.Words;

/** When samples of a machine, or of all machines of a tenant, raise an alert. */
@Entity
@DynamicUpdate
@Table(name = "alert_rules")
public class AlertRule {
    public String tenantId;

    /** Null for the rule that every tenant has. */
    @Id
    public String ruleId;

    /** Null for all machines of the tenant. */
    public String equipmentId;

    public RuleKind kind;
    public String name;
    public String nameAr;
    public String measure;
    public Direction direction;

    /** The limit; percentage points for a fuel drop, minutes for silence. */
    public BigDecimal raiseAt;

    public BigDecimal clearAt;
    public int raiseCount = 1;
    public int clearCount = 1;
    public Priority priority = Priority.MEDIUM;
    public boolean enabled = true;

    /** A JSON object. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String settings;

    public Instant deletedAt;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    /** The limits of a rule that compares a value. */
    Limits limits() {
        return new Limits(direction, raiseAt, clearAt, raiseCount, clearCount);
    }

    /** One unresolved alert per machine and key. */
    public String dedupeKey() {
        return ruleId == null ? Words.of(kind) : "rule:" + ruleId;
    }
}
