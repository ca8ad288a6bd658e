package org.quartermaster.procurement.organization;

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
import org.quartermaster.procurement.user.PathId;

/** Organizations of the user; each is a tenant. */
@Path("/api/v1/organizations")
@Tag(name = "organizations")
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final OrganizationList list;
    private final OrganizationService service;

    @Inject
    OrganizationResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            OrganizationList list,
            OrganizationService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.service = service;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The organizations that the user belongs to, by name")
    public Uni<RestResponse<Page<OrganizationView>>> find() {
        return endpoints.list(OrganizationView.class, list::find);
    }

    @GET
    @Path("{org_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One organization that the user belongs to")
    @APIResponseSchema(OrganizationView.class)
    public Uni<Response> get(String org_id) {
        return endpoints.get(caller -> list.get(caller, PathId.of(org_id)).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Make a further organization, whose admin the user is")
    @APIResponseSchema(value = OrganizationView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var organization = new Organization();
        fields.require("name");
        OrganizationFields.apply(fields, organization);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, organization));
    }

    @PATCH
    @Path("{org_id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change the organization of the token; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(OrganizationView.class)
    public Uni<Response> patch(String org_id, byte[] body) {
        var address = call.address();
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> service.update(unit, PathId.of(org_id), ifMatch, fields, address));
    }

    @DELETE
    @Path("{org_id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Close the organization of the token: its sessions and API keys end, its data stay")
    public Uni<Response> close(String org_id) {
        var address = call.address();
        return endpoints.delete((unit, ifMatch) -> service.close(unit, PathId.of(org_id), ifMatch, address));
    }
}
