package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Sections of 29 CFR: where the law says it, not what it says. */
@Path("/api/v1/safety/osha")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class OshaResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final SafetyLists lists;
    private final SafetyRows rows;

    @Inject
    OshaResource(Call call, Endpoints endpoints, Idempotency idempotency, SafetyLists lists, SafetyRows rows) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.lists = lists;
        this.rows = rows;
    }

    @GET
    @Operation(summary = "Sections of 29 CFR by words, part and subpart")
    public Uni<RestResponse<Page<OshaView>>> find() {
        return endpoints.list(OshaView.class, lists::osha);
    }

    @GET
    @Path("{part}/{section}")
    @Operation(summary = "One section of 29 CFR")
    @APIResponseSchema(OshaView.class)
    public Uni<Response> get(String part, String section) {
        return endpoints.get(caller ->
                lists.one(caller, OshaInput.LIST, OshaInput.cfr(part, section)).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Add a section of 29 CFR, for all tenants")
    @APIResponseSchema(value = OshaView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var row = OshaInput.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.onceGlobal(call, body, unit -> rows.create(unit, OshaInput.LIST, null, row));
    }

    @PUT
    @Path("{part}/{section}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change a section of 29 CFR as a whole")
    @APIResponseSchema(OshaView.class)
    public Uni<Response> put(String part, String section, byte[] body) {
        return endpoints.putGlobal(
                body,
                (unit, ifMatch, fields) -> rows.update(
                        unit,
                        OshaInput.LIST,
                        Place.ofAll(OshaInput.cfr(part, section), ifMatch),
                        OshaInput.read(fields)));
    }

    @DELETE
    @Path("{part}/{section}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Delete a section of 29 CFR that nothing cites")
    public Uni<Response> delete(String part, String section) {
        return endpoints.deleteGlobal((unit, ifMatch) ->
                rows.delete(unit, OshaInput.LIST, Place.ofAll(OshaInput.cfr(part, section), ifMatch)));
    }
}
