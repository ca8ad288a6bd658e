package org.quartermaster.catalog.certification;

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

/** Certificates of articles. */
@Path("/api/v1/products/{product_id}/certifications")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class CertificationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Certifications certifications;
    private final Idempotency idempotency;

    @Inject
    CertificationResource(Call call, Endpoints endpoints, Certifications certifications, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.certifications = certifications;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "The certifications of an article")
    public Uni<RestResponse<CatalogPage<CertificationView>>> find(String product_id) {
        return endpoints.list(
                CertificationView.class,
                (caller, query) -> certifications.find(caller, product_id, query),
                CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Add a certification")
    @APIResponseSchema(value = CertificationView.class, responseCode = "201")
    public Uni<Response> create(String product_id, byte[] body) {
        var certification = new Certification();
        Certifications.apply(call.json(body, Fields.Nulls.IGNORED), certification);
        return idempotency.once(call, body, unit -> certifications.create(unit, product_id, certification));
    }

    @PUT
    @Path("{certification_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Change a certification as a whole")
    @APIResponseSchema(CertificationView.class)
    public Uni<Response> put(String product_id, String certification_id, byte[] body) {
        return endpoints.put(
                body,
                (unit, ifMatch, fields) -> certifications.update(unit, product_id, certification_id, ifMatch, fields));
    }

    @DELETE
    @Path("{certification_id}")
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Delete a certification")
    public Uni<Response> delete(String product_id, String certification_id) {
        return endpoints.delete((unit, ifMatch) -> certifications.delete(unit, product_id, certification_id, ifMatch));
    }
}
