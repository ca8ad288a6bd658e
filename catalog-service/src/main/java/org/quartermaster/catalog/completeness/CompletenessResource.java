package org.quartermaster.catalog.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.catalog.product.LiveProduct;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** How complete articles are. */
@Path("/api/v1/products/{product_id}/completeness")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class CompletenessResource {
    private static final String SCORE = """
            select m.score, m.required, m.filled, m.missing, p.version, cast((
              select coalesce(jsonb_agg(jsonb_build_object('feature_id', f.code, 'name', f.name) order by x.n), '[]')
              from unnest(m.missing_features) with ordinality x (code, n)
              join catalog.etimfeature f on f.code = x.code) as text) as features
            from catalog.product p, lateral catalog.completeness_of(p) m where p.tenant_id = $1 and p.id = $2
            """;

    private final Endpoints endpoints;
    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    CompletenessResource(Endpoints endpoints, TenantDatabase database, DatabaseJson json) {
        this.endpoints = endpoints;
        this.database = database;
        this.json = json;
    }

    @GET
    @Operation(summary = "How complete an article is, and what is missing")
    @APIResponseSchema(Completeness.class)
    public Uni<Response> get(String product_id) {
        return endpoints.get(caller -> get(caller, LiveProduct.id(product_id)));
    }

    private Uni<Answer> get(Caller caller, long id) {
        var queries = List.of(LiveProduct.query(caller, id), Query.of(SCORE, caller.tenant(), id));
        return database.readAll(caller, queries).map(rows -> {
            LiveProduct.require(rows.get(0));
            var row = rows.get(1).iterator().next();
            var completeness = Completeness.of(row, json);
            return Answer.ok(completeness, ETags.of(row.getInteger("version"), completeness.toString()));
        });
    }
}
