package org.quartermaster.vehicle.asset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vehicle of a tenant. */
@Entity
@Table(schema = "vehicle", name = "assets")
class Asset {
    public String tenantId;

    @Id
    public UUID id;

    public String dataStatus = "draft";
}
