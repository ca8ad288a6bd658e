package org.quartermaster.equipment.meter;

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
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The hour and km meters of a machine. */
@Path("/api/v1/equipment/{equipment_id}/meters")
@Tag(name = "telemetry")
@Produces(MediaType.APPLICATION_JSON)
public final class MeterResource {
    private final Call call;
    private final Endpoints endpoints;
    private final MeterList list;
    private final MeterService service;
    private final Idempotency idempotency;

    @Inject
    MeterResource(Call call, Endpoints endpoints, MeterList list, MeterService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The meters of a machine, removed ones too, the newest first")
    public Uni<RestResponse<Page<MeterView>>> find(String equipment_id) {
        return endpoints.list(MeterView.class, (caller, query) -> list.find(caller, equipment_id, query));
    }

    @POST
    @Path("{kind}/replace")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "The meter was replaced: the machine's total goes on without a step")
    @APIResponseSchema(MeterView.class)
    public Uni<Response> replace(String equipment_id, String kind, byte[] body) {
        var meter = kind(kind);
        var change = MeterChange.replacement(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> service.change(unit, equipment_id, meter, change));
    }

    @POST
    @Path("{kind}/correct")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "A wrong value got in: the meter shows this, and the total may fall")
    @APIResponseSchema(MeterView.class)
    public Uni<Response> correct(String equipment_id, String kind, byte[] body) {
        var meter = kind(kind);
        var change = MeterChange.correction(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> service.change(unit, equipment_id, meter, change));
    }

    private static MeterKind kind(String word) {
        return Words.find(MeterKind.class, word).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
