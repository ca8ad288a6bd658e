package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Roles;

/** The maintenance history of one machine. */
@Path("/api/v1/equipment/{equipment_id}/maintenance")
@Tag(name = "maintenance")
@Produces(MediaType.APPLICATION_JSON)
public final class MaintenanceResource {
    private final Call call;
    private final Endpoints endpoints;
    private final RecordList list;
    private final MaintenanceService service;
    private final Idempotency idempotency;

    @Inject
    MaintenanceResource(
            Call call, Endpoints endpoints, RecordList list, MaintenanceService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Work done on a machine, the newest first")
    public Uni<RestResponse<RecordPage>> find(String equipment_id) {
        return endpoints.list(
                RecordView.class,
                (caller, query) -> list.find(caller, equipment_id, query),
                slice -> RecordPage.of(equipment_id, slice));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Record work done; closes and reschedules the plans it fulfils")
    @APIResponseSchema(value = Recorded.class, responseCode = "201")
    public Uni<Response> record(String equipment_id, byte[] body) {
        var fields = fields(body);
        var given = RecordFields.read(fields);
        fields.checkQuery();
        return idempotency.once(call, body, unit -> service.record(unit, equipment_id, given));
    }

    /** The body is none, a JSON object, or a bare array of the parts replaced. */
    private Fields fields(byte[] body) {
        call.requireJson(body);
        if (Json.read(body) instanceof ArrayNode parts) {
            var object = JsonNodeFactory.instance.objectNode();
            object.set("parts_replaced", parts);
            return Fields.merged(call.parameters(), object);
        }
        return Fields.merged(call.parameters(), Json.object(body));
    }

    @GET
    @Path("verify")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Check the hash chain of a machine's records")
    public Uni<HashChain.Verdict> verify(String equipment_id) {
        call.query().checkQuery();
        return list.verify(call.caller(), equipment_id);
    }
}
