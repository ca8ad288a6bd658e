package org.quartermaster.equipment.meter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One meter of a machine from its installation to its removal; a total is its offset and what it shows.
 * NB: written only under the lock of the machine.
 */
@Entity
@DynamicUpdate
@Table(name = "equipment_meters")
public class Meter {
    public String tenantId;

    @Id
    public String meterId;

    public String equipmentId;
    public MeterKind kind;
    public String serialNumber;
    public Instant installedAt;
    public Instant removedAt;
    public BigDecimal firstReading;
    public BigDecimal lastReading;
    public Instant lastReadingAt;
    public BigDecimal offsetTotal = BigDecimal.ZERO;
    public MeterReason reason = MeterReason.INITIAL;

    /** A jump that waits for two later readings which agree with it. */
    public BigDecimal heldReading;

    public Instant heldAt;
    public int heldAgreed;

    /** Implausible readings since the last plausible one. */
    public int warnedInRow;

    public String note;
    public Instant createdAt;
    public Instant updatedAt;

    public boolean isOpen() {
        return removedAt == null;
    }

    /** The machine's total when this meter shows the reading; null for none. */
    public BigDecimal total(BigDecimal reading) {
        return reading == null ? null : offsetTotal.add(reading);
    }

    void forgetHeld() {
        heldReading = null;
        heldAt = null;
        heldAgreed = 0;
    }
}
