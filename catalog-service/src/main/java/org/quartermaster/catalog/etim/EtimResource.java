package org.quartermaster.catalog.etim;

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

/** The groups and classes of ETIM that were imported. */
@Path("/api/v1/etim")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class EtimResource {
    private final Endpoints endpoints;
    private final EtimList list;

    @Inject
    EtimResource(Endpoints endpoints, EtimList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @Path("groups")
    @Operation(summary = "Groups of classes")
    public Uni<RestResponse<CatalogPage<EtimGroupView>>> groups() {
        return endpoints.list(EtimGroupView.class, list::groups, CatalogPage::of);
    }

    @GET
    @Path("classes")
    @Operation(summary = "Classes by words of name and synonyms, group and version; without version the current ones")
    public Uni<RestResponse<CatalogPage<EtimClassView>>> classes() {
        return endpoints.list(EtimClassView.class, list::classes, CatalogPage::of);
    }

    @GET
    @Path("classes/{code}")
    @Operation(summary = "One class with its features, units, allowed values and synonyms")
    @APIResponseSchema(EtimClassView.class)
    public Uni<Response> get(String code) {
        return endpoints.get((caller, query) -> list.get(caller, code, query).map(Answer::ok));
    }
}
