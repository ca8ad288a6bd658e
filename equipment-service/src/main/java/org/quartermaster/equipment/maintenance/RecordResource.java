package org.quartermaster.equipment.maintenance;

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
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Maintenance records by their own id. */
@Path("/api/v1/maintenance")
@Tag(name = "maintenance")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordResource {
    private static final int MAX_REASON = 2_000;
    private static final int MAX_MACHINES = 500;

    private final Call call;
    private final Endpoints endpoints;
    private final RecordList list;
    private final MaintenanceService service;
    private final CorrectionService corrections;
    private final Idempotency idempotency;

    @Inject
    RecordResource(
            Call call,
            Endpoints endpoints,
            RecordList list,
            MaintenanceService service,
            CorrectionService corrections,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.corrections = corrections;
        this.idempotency = idempotency;
    }

    @GET
    @Path("{record_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One maintenance record")
    @APIResponseSchema(RecordView.class)
    public Uni<Response> get(String record_id) {
        return endpoints.get(caller -> list.get(caller, record_id).map(Answer::ok));
    }

    @POST
    @Path("{record_id}/corrections")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Put a record in the place of another, or void it; plans follow what is left")
    @APIResponseSchema(value = Recorded.class, responseCode = "201")
    public Uni<Response> correct(String record_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("reason");
        var reason = fields.text("reason", 1, MAX_REASON).value();
        var isVoid = fields.bool("void").or(false);
        var correction = new CorrectionService.Correction(isVoid ? null : RecordFields.read(fields), reason);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> corrections.correct(unit, record_id, correction));
    }

    @POST
    @Path("bulk")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Record the same work on many machines, all or none")
    @APIResponseSchema(value = RecordedMany.class, responseCode = "201")
    public Uni<Response> recordMany(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("equipment_ids");
        var machines = MachineRepository.listed(fields, MAX_MACHINES);
        var given = RecordFields.readForMany(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.recordMany(unit, machines, given));
    }
}
