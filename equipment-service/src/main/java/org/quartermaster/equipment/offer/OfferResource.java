package org.quartermaster.equipment.offer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Vehicles of vehicle-service that could be machines. */
@Path("/api/v1/offers")
@Tag(name = "offers")
@Produces(MediaType.APPLICATION_JSON)
public final class OfferResource {
    private final Call call;
    private final Endpoints endpoints;
    private final OfferList list;
    private final OfferService answers;
    private final Idempotency idempotency;

    @Inject
    OfferResource(Call call, Endpoints endpoints, OfferList list, OfferService answers, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Offers by filter, the newest first unless sorted otherwise")
    public Uni<RestResponse<Page<OfferView>>> find() {
        return endpoints.list(OfferView.class, list::find);
    }

    @GET
    @Path("{offer_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One offer with the services that come with it")
    @APIResponseSchema(OfferDetail.class)
    public Uni<Response> get(String offer_id) {
        return endpoints.get(caller -> list.get(caller, offer_id).map(Answer::ok));
    }

    @POST
    @Path("{offer_id}/accept")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Make the vehicle a machine, or link it to one",
            description = "Without equipment_id a new machine is registered. With it that machine becomes the vehicle;"
                    + " what it says already stays. Accepting twice changes nothing.")
    @APIResponseSchema(OfferView.class)
    public Uni<Response> accept(String offer_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var machine = fields.text("equipment_id", 0, 50).value();
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> answers.accept(unit, offer_id, machine));
    }

    @POST
    @Path("{offer_id}/dismiss")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Say that the vehicle shall be no machine")
    @APIResponseSchema(OfferView.class)
    public Uni<Response> dismiss(String offer_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> answers.dismiss(unit, offer_id));
    }
}
