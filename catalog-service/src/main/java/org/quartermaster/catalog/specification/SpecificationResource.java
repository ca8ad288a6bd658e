package org.quartermaster.catalog.specification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** What is known of articles. */
@Path("/api/v1/products/{product_id}/specifications")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class SpecificationResource {
    private final Endpoints endpoints;
    private final Specifications specifications;

    @Inject
    SpecificationResource(Endpoints endpoints, Specifications specifications) {
        this.endpoints = endpoints;
        this.specifications = specifications;
    }

    @GET
    @Operation(summary = "The specifications of an article")
    public Uni<RestResponse<CatalogPage<SpecificationView>>> find(String product_id) {
        return endpoints.list(
                SpecificationView.class,
                (caller, query) -> specifications.find(caller, product_id, query),
                CatalogPage::of);
    }

    @PUT
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Give the specifications of an article as a whole",
            description = "One that is bound to a feature is checked: a value of the list of its class, yes or no, or"
                    + " a number in a unit of the right dimension.")
    @APIResponseSchema(Specifications.Whole.class)
    public Uni<Response> replace(String product_id, byte[] body) {
        return endpoints.put(
                body, (unit, ifMatch, fields) -> specifications.replace(unit, product_id, ifMatch, fields));
    }

    @PATCH
    @Path("{spec_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Change the given fields of a specification (JSON Merge Patch)",
            description = "A new value takes the place of the old one in all its forms.")
    @APIResponseSchema(SpecificationView.class)
    public Uni<Response> patch(String product_id, String spec_id, byte[] body) {
        return endpoints.patch(
                body, (unit, ifMatch, fields) -> specifications.patch(unit, product_id, spec_id, ifMatch, fields));
    }

    @DELETE
    @Path("{spec_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a specification")
    public Uni<Response> delete(String product_id, String spec_id) {
        return endpoints.delete((unit, ifMatch) -> specifications.delete(unit, product_id, spec_id, ifMatch));
    }
}
