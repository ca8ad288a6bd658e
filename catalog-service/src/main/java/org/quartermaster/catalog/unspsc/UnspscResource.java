package org.quartermaster.catalog.unspsc;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/** The codes of the UNSPSC that were imported. */
@Path("/api/v1/unspsc")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class UnspscResource {
    private final Endpoints endpoints;
    private final UnspscList list;

    @Inject
    UnspscResource(Endpoints endpoints, UnspscList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @Operation(summary = "Codes by words of the title or first digits, level and parent")
    public Uni<RestResponse<CatalogPage<UnspscView>>> find() {
        return endpoints.list(UnspscView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One code with the way down to it")
    @APIResponseSchema(UnspscView.class)
    public Uni<Response> get(String code) {
        return endpoints.get((caller, query) -> list.get(caller, code, query).map(Answer::ok));
    }

    @GET
    @Path("{code}/children")
    @Operation(summary = "The codes right below it")
    public Uni<RestResponse<CatalogPage<UnspscView>>> children(String code) {
        return endpoints.list(UnspscView.class, (caller, query) -> list.children(caller, code, query), CatalogPage::of);
    }
}
