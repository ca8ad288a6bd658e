package org.quartermaster.catalog.warehouse;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A place where stock lies. */
@Entity
@DynamicUpdate
@Table(schema = "catalog")
public class Warehouse {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
    @SequenceGenerator(name = "ids", schema = "catalog", sequenceName = "ids", allocationSize = 1)
    public Long id;

    public String tenantId;
    public String code;
    public String name;
    public String address;
    public int priority = 100;

    @Column(name = "is_active")
    public boolean active = true;

    public int version = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
