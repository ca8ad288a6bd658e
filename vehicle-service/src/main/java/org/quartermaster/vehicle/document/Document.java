package org.quartermaster.vehicle.document;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** What is known of a document; its bytes stand apart and are read only to be handed out. */
@Entity
@DynamicUpdate
@Table(schema = "system", name = "documents")
class Document {
    public String tenantId;

    @Id
    public UUID id;

    public DocumentKind kind;
    public String fileName;
    public String mediaType;
    public long sizeBytes;
    public byte[] sha256;
    public UUID createdBy;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
