package org.quartermaster.catalog.safetyreference;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** The lists that safety advice rests on. */
@Path("/api/v1/safety")
@Tag(name = "safety")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SafetyListResource {
    private final Endpoints endpoints;
    private final SafetyLists lists;

    @Inject
    SafetyListResource(Endpoints endpoints, SafetyLists lists) {
        this.endpoints = endpoints;
        this.lists = lists;
    }

    @GET
    @Path("osha")
    @Operation(summary = "Sections of 29 CFR by words, part and subpart")
    public Uni<RestResponse<Page<OshaView>>> osha() {
        return endpoints.list(OshaView.class, lists::osha);
    }

    @GET
    @Path("osha/{part}/{section}")
    @Operation(summary = "One section of 29 CFR")
    @APIResponseSchema(OshaView.class)
    public Uni<Response> oshaSection(String part, String section) {
        return endpoints.get(caller -> lists.oshaSection(caller, part, section).map(Answer::ok));
    }

    @GET
    @Path("ansi")
    @Operation(summary = "Consensus standards by words, family and status")
    public Uni<RestResponse<Page<AnsiView>>> ansi() {
        return endpoints.list(AnsiView.class, lists::ansi);
    }

    @GET
    @Path("hazards")
    @Operation(summary = "What can do harm")
    public Uni<RestResponse<Page<HazardView>>> hazards() {
        return endpoints.list(HazardView.class, lists::hazards);
    }

    @GET
    @Path("ppe-types")
    @Operation(summary = "Kinds of protective equipment")
    public Uni<RestResponse<Page<PpeTypeView>>> ppeTypes() {
        return endpoints.list(PpeTypeView.class, lists::ppeTypes);
    }

    @GET
    @Path("equipment-specifications")
    @Operation(summary = "What protective equipment has to bear by its standard")
    public Uni<RestResponse<Page<EquipmentSpecificationView>>> specifications() {
        return endpoints.list(EquipmentSpecificationView.class, lists::specifications);
    }

    @GET
    @Path("tasks")
    @Operation(summary = "Tasks with their hazards: the tenant's and those of all")
    public Uni<RestResponse<Page<TaskView>>> tasks() {
        return endpoints.list(TaskView.class, lists::tasks);
    }

    @GET
    @Path("tasks/{id}")
    @Operation(summary = "One task with its hazards")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> task(String id) {
        var number = RowChanges.id(id, ProblemType.NOT_FOUND);
        return endpoints.get(caller -> lists.task(caller, number).map(Answer::ok));
    }

    @GET
    @Path("tools")
    @Operation(summary = "Tools with the risk of their use: the tenant's and those of all")
    public Uni<RestResponse<Page<ToolView>>> tools() {
        return endpoints.list(ToolView.class, lists::tools);
    }

    @GET
    @Path("tools/{id}")
    @Operation(summary = "One tool with the risk of its use")
    @APIResponseSchema(ToolView.class)
    public Uni<Response> tool(String id) {
        var number = RowChanges.id(id, ProblemType.NOT_FOUND);
        return endpoints.get(caller -> lists.tool(caller, number).map(Answer::ok));
    }
}
