package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The classifications of one article. */
@Path("/api/v1/products/{id}/classifications")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
public final class ProductClassificationResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ClassificationList list;
    private final ManualClassifications manual;
    private final Idempotency idempotency;

    @Inject
    ProductClassificationResource(
            Call call,
            Endpoints endpoints,
            ClassificationList list,
            ManualClassifications manual,
            Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.manual = manual;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "What an article is, newest first",
            description = "What is proposed and confirmed; with all=true what was rejected and superseded too.")
    public Uni<RestResponse<CatalogPage<ClassificationView>>> find(String id) {
        return endpoints.list(
                ClassificationView.class,
                (caller, query) -> list.find(caller, Articles.id(id), query),
                CatalogPage::of);
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Say by hand what an article is; it takes the place of what was confirmed in that system")
    @APIResponseSchema(value = ClassificationView.class, responseCode = "201")
    public Uni<Response> create(String id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var input = ManualClassifications.Input.read(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> manual.create(unit, Articles.id(id), input));
    }
}
