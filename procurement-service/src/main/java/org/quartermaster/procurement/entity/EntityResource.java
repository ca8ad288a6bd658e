package org.quartermaster.procurement.entity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import org.quartermaster.procurement.tender.TenderView;

/** Buyers and suppliers. */
@Path("/api/v1/entities")
@Tag(name = "entities")
@Produces(MediaType.APPLICATION_JSON)
public final class EntityResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final EntityList list;
    private final EntityService service;

    @Inject
    EntityResource(Call call, Endpoints endpoints, Idempotency idempotency, EntityList list, EntityService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.list = list;
        this.service = service;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Buyers and suppliers by name, role, country and category")
    public Uni<RestResponse<Page<EntityView>>> find() {
        return endpoints.list(EntityView.class, list::find);
    }

    @GET
    @Path("{entity_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One buyer or supplier")
    @APIResponseSchema(EntityView.class)
    public Uni<Response> get(String entity_id) {
        return endpoints.get(caller -> list.get(caller, entity_id).map(Answer::ok));
    }

    @GET
    @Path("{entity_id}/tenders")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The tenders in which it has a part, the newest first")
    public Uni<RestResponse<Page<TenderView>>> tenders(String entity_id) {
        return endpoints.list(TenderView.class, (caller, query) -> list.tenders(caller, entity_id, query));
    }

    @PATCH
    @Path("{entity_id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change the name or category; null takes it out of its category (JSON Merge Patch)")
    @APIResponseSchema(EntityView.class)
    public Uni<Response> patch(String entity_id, byte[] body) {
        var address = call.address();
        return endpoints.patchGlobal(
                body, (unit, ifMatch, fields) -> service.update(unit, entity_id, ifMatch, fields, address));
    }

    @POST
    @Path("{entity_id}/merge")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Say that it is the same as another entity, which stands for both from now on",
            description = "Its tenders become those of the other one, and so do those that imports bring. Undone by"
                    + " unmerge.")
    @APIResponseSchema(EntityView.class)
    public Uni<Response> merge(String entity_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("into");
        var into = fields.uuid("into").value();
        fields.checkStrictly();
        var id = EntityList.id(entity_id);
        var address = call.address();
        return idempotency.onceGlobal(call, body, unit -> service.merge(unit, id, into, address));
    }

    @POST
    @Path("{entity_id}/unmerge")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Undo a merge: it has the tenders again that it had then")
    @APIResponseSchema(EntityView.class)
    public Uni<Response> unmerge(String entity_id) {
        var id = EntityList.id(entity_id);
        call.query().checkQuery();
        var address = call.address();
        return idempotency.onceGlobal(call, null, unit -> service.unmerge(unit, id, address));
    }
}
