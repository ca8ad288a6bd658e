package org.quartermaster.catalog.enrichment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.catalog.product.LiveProduct;
import org.quartermaster.catalog.product.Products;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Orders the enrichment of articles. */
@Path("/api/v1/products/{product_id}/enrich")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class EnrichmentResource {
    private final Call call;
    private final Jobs jobs;
    private final Products products;
    private final Idempotency idempotency;

    @Inject
    EnrichmentResource(Call call, Jobs jobs, Products products, Idempotency idempotency) {
        this.call = call;
        this.jobs = jobs;
        this.products = products;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Clean and complete an article by its own texts",
            description =
                    "Strips HTML and a trailing SKU, finds the brand by name or alias, reads packing and features.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> enrich(String product_id, byte[] body) {
        var id = LiveProduct.id(product_id);
        call.json(body, Fields.Nulls.IGNORED).checkStrictly();
        return idempotency.once(call, body, unit -> queue(unit, id));
    }

    private Uni<Answer> queue(UnitOfWork unit, long id) {
        var parameters = JsonNodeFactory.instance.objectNode().put(EnrichmentKind.PRODUCT, id);
        return products.lock(unit, id)
                .chain(() -> jobs.queue(unit, EnrichmentKind.NAME, parameters))
                .map(Jobs::accepted);
    }
}
