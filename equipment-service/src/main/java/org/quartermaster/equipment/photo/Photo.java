package org.quartermaster.equipment.photo;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** What is known of a photo; its bytes stand apart and are read only to be shown. */
@Entity
@DynamicUpdate
@Table(name = "equipment_photos")
public class Photo {
    public String tenantId;

    @Id
    public String photoId;

    public String equipmentId;
    public String contentType;
    public int bytes;
    public int width;
    public int height;

    /** Of the stored bytes, in hex. */
    public String sha256;

    public String caption;
    public String captionAr;
    public boolean isPrimary;

    /** True for the picture of a fault report: it is shown with the report and never stands for the machine. */
    public boolean ofFault;

    public Instant takenAt;
    public Instant deletedAt;
    public long version = 1;
    public Instant createdAt;
    public Instant updatedAt;
}
