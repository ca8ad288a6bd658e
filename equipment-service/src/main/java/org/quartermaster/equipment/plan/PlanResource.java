package org.quartermaster.equipment.plan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Maintenance plans. */
@Path("/api/v1/plans")
@Tag(name = "plans")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {
    private final Call call;
    private final Endpoints endpoints;
    private final PlanList list;
    private final PlanCreation creation;
    private final PlanService service;
    private final Idempotency idempotency;

    @Inject
    PlanResource(
            Call call,
            Endpoints endpoints,
            PlanList list,
            PlanCreation creation,
            PlanService service,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.creation = creation;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Plans by filter, the earliest due date first unless sorted otherwise")
    public Uni<RestResponse<Page<PlanView>>> find() {
        return endpoints.list(PlanView.class, list::find);
    }

    @GET
    @Path("{plan_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One plan")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> get(String plan_id) {
        return endpoints.get(caller -> list.get(caller, plan_id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Make a plan for a machine, or the same plan for each of many")
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("name", "maintenance_type");
        var equipmentId = fields.text("equipment_id", 1, 50).value();
        var targets = PlanTargets.read(fields);
        var plan = new Plan();
        PlanFields.apply(fields, plan);
        PlanFields.requireDuePoint(fields, plan);
        PlanFields.requireOneTarget(fields);
        fields.checkStrictly();
        return idempotency.once(
                call,
                body,
                unit -> equipmentId == null
                        ? creation.createMany(unit, targets, fields)
                        : creation.create(unit, equipmentId, fields));
    }

    @PATCH
    @Path("{plan_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> patch(String plan_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> service.update(unit, plan_id, ifMatch, fields));
    }

    @DELETE
    @Path("{plan_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a plan; its alert is resolved")
    public Uni<Response> delete(String plan_id) {
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, plan_id, ifMatch));
    }

    @POST
    @Path("{plan_id}/pause")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Let a plan rest; its alert is resolved")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> pause(String plan_id, byte[] body) {
        return act(body, (unit, ifMatch) -> service.pause(unit, plan_id, ifMatch));
    }

    @POST
    @Path("{plan_id}/resume")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Evaluate a resting plan again")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> resume(String plan_id, byte[] body) {
        return act(body, (unit, ifMatch) -> service.resume(unit, plan_id, ifMatch));
    }

    @POST
    @Path("{plan_id}/skip")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Move the due point of a plan one interval on")
    @APIResponseSchema(PlanView.class)
    public Uni<Response> skip(String plan_id, byte[] body) {
        return act(body, (unit, ifMatch) -> service.skip(unit, plan_id, ifMatch));
    }

    private Uni<Response> act(byte[] body, BiFunction<UnitOfWork, String, Uni<Answer>> action) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        var ifMatch = call.header("If-Match");
        return idempotency.once(call, body, unit -> action.apply(unit, ifMatch));
    }
}
