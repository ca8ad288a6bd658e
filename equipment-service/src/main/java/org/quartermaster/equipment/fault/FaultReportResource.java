package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.list.Links;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Fault reports, and what becomes of them. */
@Path("/api/v1/fault-reports")
@Tag(name = "faults")
@Produces(MediaType.APPLICATION_JSON)
public final class FaultReportResource {
    private final Call call;
    private final FaultList list;
    private final Faults faults;
    private final Writes writes;

    @Inject
    FaultReportResource(Call call, FaultList list, Faults faults, Writes writes) {
        this.call = call;
        this.list = list;
        this.faults = faults;
        this.writes = writes;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Fault reports by filter, the newest first unless sorted otherwise")
    @APIResponseSchema(FaultPage.class)
    public Uni<Response> find() {
        return list.find(call.caller(), call.query())
                .map(page -> Response.ok(new FaultPage(page.items(), page.total(), page.totalExact(), page.next()))
                        .header("Link", Links.of(call, page))
                        .build());
    }

    @GET
    @Path("{fault_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One fault report")
    @APIResponseSchema(FaultView.class)
    public Uni<Response> get(String fault_id) {
        call.query().checkQuery();
        var known = call.header("If-None-Match");
        return list.get(call.caller(), fault_id)
                .map(view -> Answer.ok(view, view.tag()).unlessKnown(known));
    }

    @PATCH
    @Path("{fault_id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Move a fault on, or note something (JSON Merge Patch)",
            description = "The status goes open, acknowledged, in_progress, resolved, closed; steps may be left out,"
                    + " none goes back. Resolving the fault resolves its alert.")
    @APIResponseSchema(FaultView.class)
    public Uni<Response> patch(String fault_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.CLEAR);
        var ifMatch = call.header("If-Match");
        return writes.write(call.caller(), unit -> faults.update(unit, fault_id, ifMatch, fields))
                .map(Answer::response);
    }
}
