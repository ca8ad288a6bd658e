package org.quartermaster.vehicle.image;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Pictures of a lot. */
@Path("/api/v1/lots/{lot_id}/images")
@Tag(name = "images")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class LotImageResource {
    private final Call call;
    private final ImageService service;
    private final Idempotency idempotency;

    @Inject
    LotImageResource(Call call, ImageService service, Idempotency idempotency) {
        this.call = call;
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Add a picture to a lot",
            description = "The picture itself is stored elsewhere. A lot has one picture of a variant in each place.")
    @APIResponseSchema(value = StoredImage.class, responseCode = "201")
    public Uni<Response> add(String lot_id, byte[] body) {
        var input = ImageInput.create(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> service.add(unit, lot_id, input));
    }
}
