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
import org.quartermaster.catalog.row.RowChanges;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Tasks with their hazards: those of the tenant and those of all. */
@Path("/api/v1/safety/tasks")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SafetyTaskResource {
    private final Call call;
    private final Endpoints endpoints;
    private final SafetyLists lists;
    private final OwnedRows rows;

    @Inject
    SafetyTaskResource(Call call, Endpoints endpoints, SafetyLists lists, OwnedRows rows) {
        this.call = call;
        this.endpoints = endpoints;
        this.lists = lists;
        this.rows = rows;
    }

    @GET
    @Operation(summary = "Tasks with their hazards: the tenant's and those of all")
    public Uni<RestResponse<Page<TaskView>>> find() {
        return endpoints.list(TaskView.class, lists::tasks);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One task with its hazards")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> get(String id) {
        var number = RowChanges.id(id, SafetyList.NOT_FOUND);
        return endpoints.get(caller -> lists.one(caller, TaskInput.LIST, number).map(Answer::ok));
    }

    @POST
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Add a task; shared ones, for all tenants, are added by data admins")
    @APIResponseSchema(value = TaskView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var isShared = fields.bool("shared").or(false);
        return rows.create(TaskInput.LIST, body, isShared, TaskInput.read(fields));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Change a task as a whole")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> put(String id, byte[] body) {
        return rows.put(TaskInput.LIST, id, body, fields -> {
            fields.bool("shared");
            return TaskInput.read(fields);
        });
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.MANAGER, Roles.DATA_ADMIN})
    @Operation(summary = "Delete a task")
    public Uni<Response> delete(String id) {
        return rows.delete(TaskInput.LIST, id);
    }
}
