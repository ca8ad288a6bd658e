package org.quartermaster.equipment.photo;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.quartermaster.platform.rest.ETags;

/**
 * The bytes of a photo on their way to a client.
 *
 * @param content null where the client has them already
 */
public record ShownPicture(String contentType, byte[] content, EntityTag tag) {

    static EntityTag tag(Photo photo, PhotoSize size) {
        return ETags.of(photo.version, photo.sha256 + size);
    }

    /** The picture, or 304. */
    public Response response() {
        return content == null
                ? Response.notModified(tag).build()
                : Response.ok(content).type(contentType).tag(tag).build();
    }
}
