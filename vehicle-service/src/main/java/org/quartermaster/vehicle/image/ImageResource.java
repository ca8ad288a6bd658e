package org.quartermaster.vehicle.image;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Pictures. */
@Path("/api/v1/images/{image_id}")
@Tag(name = "images")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class ImageResource {
    private final Endpoints endpoints;
    private final ImageService service;

    @Inject
    ImageResource(Endpoints endpoints, ImageService service) {
        this.endpoints = endpoints;
        this.service = service;
    }

    @PATCH
    @Operation(
            summary = "Change what is known of a picture; null clears a field (JSON Merge Patch)",
            description = "A picture that was taken away comes back by is_removed alone.")
    @APIResponseSchema(StoredImage.class)
    public Uni<Response> patch(String image_id, byte[] body) {
        return endpoints.patchGlobal(
                body, (unit, ifMatch, fields) -> service.patch(unit, image_id, ifMatch, ImageInput.patch(fields)));
    }

    @DELETE
    @Operation(summary = "Take a picture away; its place stays taken")
    public Uni<Response> remove(String image_id) {
        return endpoints.deleteGlobal((unit, ifMatch) -> service.remove(unit, image_id, ifMatch));
    }
}
