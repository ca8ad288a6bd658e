package org.quartermaster.catalog.customergroup;

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
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Customer groups. */
@Path("/api/v1/customer-groups")
@Tag(name = "customer-groups")
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerGroupResource {
    private final Call call;
    private final Endpoints endpoints;
    private final CustomerGroupTable table;
    private final CustomerGroups groups;
    private final Idempotency idempotency;

    @Inject
    CustomerGroupResource(
            Call call, Endpoints endpoints, CustomerGroupTable table, CustomerGroups groups, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.table = table;
        this.groups = groups;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Customer groups, by their codes")
    public Uni<RestResponse<Page<CustomerGroupView>>> find() {
        return endpoints.list(CustomerGroupView.class, table::find);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One customer group")
    @APIResponseSchema(CustomerGroupView.class)
    public Uni<Response> get(long id) {
        return endpoints.get(caller -> table.get(caller, id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Make a customer group")
    @APIResponseSchema(value = CustomerGroupView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("code", "name");
        var group = new CustomerGroup();
        group.apply(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> groups.create(unit, group));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Replace a customer group")
    @APIResponseSchema(CustomerGroupView.class)
    public Uni<Response> put(long id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> groups.put(unit, id, ifMatch, fields));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields (JSON Merge Patch)")
    @APIResponseSchema(CustomerGroupView.class)
    public Uni<Response> patch(long id, byte[] body) {
        return endpoints.patch(body, (unit, ifMatch, fields) -> groups.patch(unit, id, ifMatch, fields));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a customer group that nothing uses")
    public Uni<Response> delete(long id) {
        return endpoints.delete((unit, ifMatch) -> groups.delete(unit, id, ifMatch));
    }
}
