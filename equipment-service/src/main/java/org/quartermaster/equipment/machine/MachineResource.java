package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.equipment.reading.SampleFields;
import org.quartermaster.equipment.reading.Source;
import org.quartermaster.equipment.reference.MachineStatus;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The register of machines. */
@Path("/api/v1/equipment")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class MachineResource {
    private final Call call;
    private final Endpoints endpoints;
    private final MachineList list;
    private final MachineRepository machines;
    private final MachinePast past;
    private final MachineService service;
    private final Idempotency idempotency;
    private final Writes writes;
    private final Readings readings;

    @Inject
    MachineResource(
            Call call,
            Endpoints endpoints,
            MachineList list,
            MachineRepository machines,
            MachinePast past,
            MachineService service,
            Idempotency idempotency,
            Writes writes,
            Readings readings) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.machines = machines;
        this.past = past;
        this.service = service;
        this.idempotency = idempotency;
        this.writes = writes;
        this.readings = readings;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Machines by filter, by name unless sorted otherwise")
    public Uni<RestResponse<MachinePage>> find() {
        return endpoints.list(MachineView.class, list::find, MachinePage::of);
    }

    @GET
    @Path("stats")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Counts over all machines")
    public Uni<Stats> stats() {
        call.query().checkQuery();
        return list.stats(call.caller());
    }

    @GET
    @Path("{equipment_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One machine, as it is or as it was at a time")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> get(String equipment_id) {
        return endpoints.get((caller, query) -> {
            var deleted = MachinePresence.withDeleted(caller, query);
            var at = query.time("at").value();
            return at == null
                    ? machines.read(caller, equipment_id, deleted)
                            .map(MachineView::of)
                            .map(Answer::ok)
                    : past.at(caller, equipment_id, at, deleted);
        });
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Register a machine")
    @APIResponseSchema(value = MachineView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        return idempotency.once(call, body, unit -> service.create(unit, fields));
    }

    @PUT
    @Path("{equipment_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null leaves a field as it is")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> update(String equipment_id, byte[] body) {
        return endpoints.put(
                body, (unit, ifMatch, fields) -> service.update(unit, equipment_id, ifMatch, fields, false));
    }

    @PATCH
    @Path("{equipment_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> patch(String equipment_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> service.update(unit, equipment_id, ifMatch, fields, true));
    }

    @DELETE
    @Path("{equipment_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Take a machine out of the register; its history stays")
    public Uni<Response> delete(String equipment_id) {
        var query = call.query();
        var reason = query.word("reason", DeleteReason.class).or(DeleteReason.DELETED);
        query.checkQuery();
        var ifMatch = call.header("If-Match");
        return writes.write(call.caller(), unit -> service.delete(unit, equipment_id, ifMatch, reason))
                .map(Answer::response);
    }

    @POST
    @Path("{equipment_id}/restore")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Bring a deleted machine back")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> restore(String equipment_id) {
        call.query().checkQuery();
        return writes.write(call.caller(), unit -> service.restore(unit, equipment_id))
                .map(Answer::response);
    }

    @POST
    @Path("{equipment_id}/status")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Set the status")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> setStatus(String equipment_id, byte[] body) {
        var fields = call.queryAndJson(body);
        fields.require("status");
        var status = fields.word("status", MachineStatus.class).value();
        var reason = fields.text("reason", 0, 500).value();
        fields.checkQuery();
        return idempotency.once(call, body, unit -> service.setStatus(unit, equipment_id, status, reason));
    }

    @POST
    @Path("{equipment_id}/location")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Report where the machine is")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> setLocation(String equipment_id, byte[] body) {
        var fields = call.queryAndJson(body);
        fields.require("lat", "lon");
        var place = fields.text("location_name", 0, 200).value();
        return report(equipment_id, body, fields, place);
    }

    @POST
    @Path("{equipment_id}/telemetry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Report fuel, hours, kilometres and place; without any value a sign of life")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> report(String equipment_id, byte[] body) {
        return report(equipment_id, body, call.queryAndJson(body), null);
    }

    /** NB: one that names its place or has a key needs a transaction of its own; the others share one. */
    private Uni<Response> report(String id, byte[] body, Fields fields, String place) {
        var sample = SampleFields.read(fields, fields.has("recorded_at") ? Source.DEVICE : Source.MANUAL);
        fields.checkQuery();
        if (sample.isEmpty() && !fields.isEmpty()) {
            throw Problem.invalid("", "no_measurement");
        }
        if (place != null || call.header("Idempotency-Key") != null) {
            return idempotency.once(call, body, unit -> service.report(unit, id, sample, place));
        }
        return readings.report(call.caller(), id, sample)
                .map(MachineView::of)
                .map(Answer::ok)
                .map(Answer::response);
    }
}
