package org.quartermaster.catalog.product;

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
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Many articles at once. */
@Path("/api/v1/products/bulk")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class ProductBulkResource {
    private static final int MOST = 1_000;

    private final Call call;
    private final ProductBulk bulk;
    private final Idempotency idempotency;

    @Inject
    ProductBulkResource(Call call, ProductBulk bulk, Idempotency idempotency) {
        this.call = call;
        this.bulk = bulk;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Add or change up to 1,000 articles",
            description = "Each is taken or refused by itself. The mode is create, update (by id or SKU) or upsert"
                    + " (by SKU); updates change the given fields alone.")
    @APIResponseSchema(ProductBulk.Results.class)
    public Uni<Response> take(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("mode");
        var items = ProductBulk.items(fields, MOST);
        var mode = fields.word("mode", ProductBulk.Mode.class).value();
        fields.checkStrictly();
        var language = Messages.language(call.header("Accept-Language"));
        return idempotency.once(call, body, unit -> bulk.take(unit, items, mode, language));
    }
}
