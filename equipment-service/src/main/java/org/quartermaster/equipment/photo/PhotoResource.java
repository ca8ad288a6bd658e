package org.quartermaster.equipment.photo;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Photos by their own id. */
@Path("/api/v1/photos/{photo_id}")
@Tag(name = "photos")
public final class PhotoResource {
    private final Call call;
    private final Endpoints endpoints;
    private final PhotoList list;
    private final PhotoService photos;

    @Inject
    PhotoResource(Call call, Endpoints endpoints, PhotoList list, PhotoService photos) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.photos = photos;
    }

    @GET
    @Produces({"image/jpeg", "image/png"})
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The picture itself, in full size or as a thumb of at most 320 pixels a side")
    public Uni<Response> show(String photo_id) {
        var query = call.query();
        var size = query.word("size", PhotoSize.class).or(PhotoSize.ORIGINAL);
        query.checkQuery();
        return list.show(call.caller(), photo_id, size, call.header("If-None-Match"))
                .map(ShownPicture::response);
    }

    @PATCH
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Change captions, the time, or which photo is the primary one (JSON Merge Patch)")
    @APIResponseSchema(PhotoView.class)
    public Uni<Response> patch(String photo_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> photos.update(unit, photo_id, ifMatch, fields));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Delete a photo; the oldest that is left becomes the primary one")
    public Uni<Response> delete(String photo_id) {
        return endpoints.delete((unit, ifMatch) -> photos.delete(unit, photo_id, ifMatch));
    }
}
