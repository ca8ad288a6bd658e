package org.quartermaster.procurement.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A tenant: a supplier, a buyer, or who advises them. */
@Entity
@DynamicUpdate
@Table(schema = "procurement", name = "organizations")
public class Organization {
    @Id
    public UUID orgId;

    /** As tokens name it. */
    public String tenantId;

    public String name;
    public String orgType;
    public String country;
    public String defaultCurrency = "EUR";
    public String stripeCustomerId;

    /** Whether its administrators run this installation; at most one does. */
    @Column(name = "is_operator")
    public boolean operator;

    public String status = "active";
    public long rv = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
