package org.quartermaster.equipment.scan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.equipment.machine.AuditTrail;
import org.quartermaster.equipment.machine.MachineRepository;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The scan token of a machine. */
@Path("/api/v1/equipment/{equipment_id}/scan-token")
@Tag(name = "labels")
@Produces(MediaType.APPLICATION_JSON)
public final class ScanTokenResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ScanTokens tokens;
    private final ScanConfig config;
    private final MachineRepository machines;
    private final AuditTrail audit;
    private final Idempotency idempotency;

    @Inject
    ScanTokenResource(
            Call call,
            Endpoints endpoints,
            ScanTokens tokens,
            ScanConfig config,
            MachineRepository machines,
            AuditTrail audit,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.config = config;
        this.machines = machines;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The token on the label of a machine")
    @APIResponseSchema(ScanTokenView.class)
    public Uni<Response> getToken(String equipment_id) {
        return endpoints.get(
                caller -> tokens.ofMachines(caller, List.of(equipment_id)).map(found -> {
                    var token = found.get(equipment_id);
                    if (token == null) {
                        throw Problem.of(MachineRepository.NOT_FOUND);
                    }
                    return Answer.ok(ScanTokenView.of(token, config));
                }));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Make another token; labels with the old one are dead at once")
    @APIResponseSchema(value = ScanTokenView.class, responseCode = "201")
    public Uni<Response> rotate(String equipment_id, byte[] body) {
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> rotate(unit, equipment_id));
    }

    private Uni<Answer> rotate(UnitOfWork unit, String id) {
        return machines.lock(id)
                .chain(machine -> tokens.rotate(unit, id)
                        .call(() -> audit.add(unit, machine, "equipment", id, "scan_token_rotated")))
                .map(token -> ScanTokenView.of(token, config))
                .map(view -> Answer.created(view, "/api/v1/equipment/" + id + "/scan-token"));
    }
}
