package org.quartermaster.equipment.rule;

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

/** Alert rules. */
@Path("/api/v1/alert-rules")
@Tag(name = "alert-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RuleResource {
    private final Call call;
    private final Endpoints endpoints;
    private final RuleList list;
    private final RuleService service;
    private final Idempotency idempotency;

    @Inject
    RuleResource(Call call, Endpoints endpoints, RuleList list, RuleService service, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Alert rules by filter, the oldest first")
    public Uni<RestResponse<Page<RuleView>>> find() {
        return endpoints.list(RuleView.class, list::find);
    }

    @GET
    @Path("{rule_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One alert rule")
    @APIResponseSchema(RuleView.class)
    public Uni<Response> get(String rule_id) {
        return endpoints.get(caller -> list.get(caller, rule_id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Make an alert rule for a machine, or for all machines")
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("kind", "name");
        var rule = new AlertRule();
        fields.word("kind", RuleKind.class).to(value -> rule.kind = value);
        fields.text("equipment_id", 1, 50).to(value -> rule.equipmentId = value);
        RuleFields.apply(fields, rule);
        RuleFields.check(fields, rule);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, rule));
    }

    @PATCH
    @Path("{rule_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(RuleView.class)
    public Uni<Response> patch(String rule_id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> service.update(unit, rule_id, ifMatch, fields));
    }

    @DELETE
    @Path("{rule_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete an alert rule; its alerts are resolved")
    public Uni<Response> delete(String rule_id) {
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, rule_id, ifMatch));
    }
}
