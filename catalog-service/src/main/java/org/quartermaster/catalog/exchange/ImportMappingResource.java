package org.quartermaster.catalog.exchange;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** How the files of suppliers are to be understood. */
@Path("/api/v1/import-mappings")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ImportMappingResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ImportMappings mappings;
    private final Idempotency idempotency;

    @Inject
    ImportMappingResource(Call call, Endpoints endpoints, ImportMappings mappings, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.mappings = mappings;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "Mappings of imports, by name unless sorted otherwise")
    public Uni<RestResponse<CatalogPage<ImportMappingView>>> find() {
        return endpoints.list(ImportMappingView.class, mappings::find, CatalogPage::of);
    }

    @GET
    @Path("{mapping_id}")
    @Operation(summary = "One mapping")
    @APIResponseSchema(ImportMappingView.class)
    public Uni<Response> get(String mapping_id) {
        return endpoints.get(caller -> mappings.get(caller, mapping_id));
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Keep how files of a kind are to be understood",
            description = "mapping has columns {field: column}, defaults {field: value}, clean (all, none), decimal"
                    + " (point, comma), on_empty (keep, clear), trusted, parse_packs and create_missing (categories,"
                    + " brands).")
    @APIResponseSchema(value = ImportMappingView.class, responseCode = "201")
    public Uni<Response> create(byte[] body) {
        var mapping = new ImportMapping();
        mappings.apply(call.json(body, Fields.Nulls.IGNORED), mapping);
        return idempotency.once(call, body, unit -> mappings.create(unit, mapping));
    }

    @PUT
    @Path("{mapping_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a mapping as a whole")
    @APIResponseSchema(ImportMappingView.class)
    public Uni<Response> put(String mapping_id, byte[] body) {
        return endpoints.put(body, (unit, ifMatch, fields) -> mappings.update(unit, mapping_id, ifMatch, fields));
    }

    @DELETE
    @Path("{mapping_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Forget a mapping; imports that used it go on with it")
    public Uni<Response> delete(String mapping_id) {
        return endpoints.delete((unit, ifMatch) -> mappings.delete(unit, mapping_id, ifMatch));
    }
}
