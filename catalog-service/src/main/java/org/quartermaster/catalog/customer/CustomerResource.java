package org.quartermaster.catalog.customer;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.catalog.row.Saving;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Whom the tenant sells to. */
@Path("/api/v1/customers")
@Tag(name = "customers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class CustomerResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final Writes writes;
    private final CustomerList list;
    private final CustomerService service;

    @Inject
    CustomerResource(
            Call call,
            Endpoints endpoints,
            Idempotency idempotency,
            Writes writes,
            CustomerList list,
            CustomerService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.writes = writes;
        this.list = list;
        this.service = service;
    }

    @GET
    @Operation(summary = "Customers by filter")
    public Uni<RestResponse<CatalogPage<CustomerView>>> find() {
        return endpoints.list(CustomerView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{customer_id}")
    @Operation(summary = "One customer with its addresses; the log says who looked at it")
    @APIResponseSchema(CustomerView.class)
    public Uni<Response> get(String customer_id) {
        var id = CustomerTable.id(customer_id);
        return endpoints.get((caller, query) -> {
            var isWithDeleted = CustomerList.isWithDeleted(caller, query);
            query.checkQuery();
            return writes.write(caller, unit -> service.view(unit, id, isWithDeleted))
                    .map(Answer::ok);
        });
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Enter a customer")
    @APIResponseSchema(value = CustomerView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("code", "name", "email");
        var customer = new CustomerRow();
        CustomerInput.apply(fields, Saving.WHOLE, customer);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.create(unit, customer));
    }

    @PUT
    @Path("{customer_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a customer as a whole; what is not named is as with a new one")
    @APIResponseSchema(CustomerView.class)
    public Uni<Response> put(String customer_id, byte[] body) {
        var id = CustomerTable.id(customer_id);
        return endpoints.put(body, (unit, ifMatch, fields) -> {
            fields.require("code", "name", "email");
            return service.save(unit, id, ifMatch, Saving.WHOLE, fields);
        });
    }

    @PATCH
    @Path("{customer_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change the given fields (JSON Merge Patch); addresses are replaced together")
    @APIResponseSchema(CustomerView.class)
    public Uni<Response> patch(String customer_id, byte[] body) {
        var id = CustomerTable.id(customer_id);
        return endpoints.patch(body, (unit, ifMatch, fields) -> {
            fields.require("code", "name", "email");
            return service.save(unit, id, ifMatch, Saving.PART, fields);
        });
    }

    @DELETE
    @Path("{customer_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a customer; its e-mail address and code are free again, quotations keep the name")
    public Uni<Response> delete(String customer_id) {
        var id = CustomerTable.id(customer_id);
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, id, ifMatch));
    }

    @POST
    @Path("{customer_id}/restore")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Bring a deleted customer back")
    @APIResponseSchema(CustomerView.class)
    public Uni<Response> restore(String customer_id, byte[] body) {
        var id = CustomerTable.id(customer_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> service.restore(unit, id));
    }
}
