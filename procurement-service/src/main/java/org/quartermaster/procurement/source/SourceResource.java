package org.quartermaster.procurement.source;

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
import org.quartermaster.procurement.ocds.Json;

/** Publishers whose releases are loaded. */
@Path("/api/v1/ocds/sources")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class SourceResource {
    private final Call call;
    private final Endpoints endpoints;
    private final SourceRegister sources;
    private final Idempotency idempotency;

    @Inject
    SourceResource(Call call, Endpoints endpoints, SourceRegister sources, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.sources = sources;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Publishers, by id")
    public Uni<RestResponse<Page<SourceView>>> find() {
        return endpoints.list(SourceView.class, sources::find);
    }

    @GET
    @Path("{source_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One publisher")
    @APIResponseSchema(SourceView.class)
    public Uni<Response> get(String source_id) {
        return endpoints.get(caller -> sources.get(caller, source_id).map(Answer::ok));
    }

    @POST
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(
            summary = "Name a publisher",
            description = "Its time zone, currency and country fill what its releases leave out from then on.")
    @APIResponseSchema(value = SourceView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("source_id", "name");
        var source = new Source();
        SourceFields.readId(fields, source);
        SourceFields.apply(fields, source);
        fields.checkStrictly();
        if (source.publisher == null) {
            source.publisher = Json.NODES.objectNode().put("name", source.name).toString();
        }
        return idempotency.onceGlobal(call, body, unit -> sources.create(unit, source));
    }

    @PATCH
    @Path("{source_id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Change the given fields of a publisher; null clears a field (JSON Merge Patch)")
    @APIResponseSchema(SourceView.class)
    public Uni<Response> patch(String source_id, byte[] body) {
        return endpoints.patchGlobal(body, (unit, ifMatch, fields) -> sources.change(unit, source_id, ifMatch, fields));
    }

    @DELETE
    @Path("{source_id}")
    @RolesAllowed(Roles.DATA_ADMIN)
    @Operation(summary = "Remove a publisher of whom nothing was imported")
    public Uni<Response> delete(String source_id) {
        return endpoints.deleteGlobal((unit, ifMatch) -> sources.remove(unit, source_id, ifMatch));
    }
}
