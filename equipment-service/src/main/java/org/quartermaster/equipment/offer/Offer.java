package org.quartermaster.equipment.offer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A vehicle that could stand in the register as a machine. */
@Entity
@DynamicUpdate
@Table(name = "equipment_offers")
public class Offer {
    public String tenantId;

    @Id
    public String offerId;

    public String vehicleAssetId;
    public String vin;

    /** A {@link Proposal} as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String proposal;

    /** A JSON array. NB: the JSON type of Hibernate Reactive takes objects alone, hence the text. */
    @ColumnTransformer(read = "jsonb_pretty(services)", write = "cast(cast(? as text) as jsonb)")
    public String services = "[]";

    public String suggestedEquipmentId;
    public OfferState state = OfferState.PENDING;
    public String equipmentId;

    /** The event that made it. */
    public String sourceEventId;

    /** When the newest event behind it happened. */
    public Instant asOf;

    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;

    /** Filled where the services themselves are not read. */
    @Transient
    public int serviceCount;
}
