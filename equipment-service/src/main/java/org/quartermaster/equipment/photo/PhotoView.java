package org.quartermaster.equipment.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A photo as clients see it; its two addresses give the pictures. */
@Schema(name = "Photo")
public record PhotoView(
        String photoId,
        String equipmentId,
        String contentType,
        int bytes,
        int width,
        int height,
        String sha256,
        String caption,
        String captionAr,
        @JsonProperty("is_primary") boolean isPrimary,
        Instant takenAt,
        String url,
        String thumbUrl,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static PhotoView of(Photo photo) {
        var url = "/api/v1/photos/" + photo.photoId;
        return new PhotoView(
                photo.photoId,
                photo.equipmentId,
                photo.contentType,
                photo.bytes,
                photo.width,
                photo.height,
                photo.sha256,
                photo.caption,
                photo.captionAr,
                photo.isPrimary,
                photo.takenAt,
                url,
                url + "?size=thumb",
                photo.createdAt,
                photo.updatedAt,
                photo.version);
    }
}
