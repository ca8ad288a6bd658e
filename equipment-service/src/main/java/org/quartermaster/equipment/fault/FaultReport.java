package org.quartermaster.equipment.fault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.quartermaster.equipment.reference.Priority;

/** A fault that somebody noticed. */
@Entity
@DynamicUpdate
@Table(name = "fault_reports")
public class FaultReport {
    public String tenantId;

    @Id
    public String faultId;

    public String equipmentId;
    public FaultSource source;
    public String title;
    public String description;
    public Priority severity = Priority.MEDIUM;
    public FaultStatus status = FaultStatus.OPEN;
    public String reporterName;
    public String reporterContact;
    public String photoId;

    /** Tells two reports of one client from those of two, without saying who the client is; null with a login. */
    public String clientHash;

    public Instant resolvedAt;
    public String note;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
