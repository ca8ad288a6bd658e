package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Roles;

/** Who said what of articles. */
@Path("/api/v1/products/{product_id}/provenance")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ProductProvenance {
    private static final String OBSERVED = """
            select field, source, priority, cast(value as text) as value, source_ref, observed_at, is_chosen
            from catalog.productfieldsource where tenant_id = $1 and product_id = $2
            order by field, is_chosen desc, priority desc, observed_at desc, id
            """;

    private final Endpoints endpoints;
    private final TenantDatabase database;

    @Inject
    ProductProvenance(Endpoints endpoints, TenantDatabase database) {
        this.endpoints = endpoints;
        this.database = database;
    }

    /** What was said of an article, by field. */
    @Schema(name = "ProductProvenance")
    record Provenance(List<Observed> items) {}

    /** What was said of one field, the chosen value first. */
    @Schema(name = "ProductProvenanceField")
    record Observed(String field, List<Observation> observations) {}

    /** One value of a field and who said it. */
    @Schema(name = "ProductObservation")
    record Observation(
            String source, int priority, JsonNode value, String sourceRef, Instant observedAt, boolean isChosen) {
        static Observation of(Row row) {
            return new Observation(
                    row.getString("source"),
                    row.getInteger("priority"),
                    Json.stored(row.getString("value")),
                    row.getString("source_ref"),
                    Columns.instant(row.getOffsetDateTime("observed_at")),
                    row.getBoolean("is_chosen"));
        }
    }

    @GET
    @Operation(summary = "Who said what of an article, and what was chosen")
    @APIResponseSchema(Provenance.class)
    public Uni<Response> get(String product_id) {
        return endpoints.get(caller -> get(caller, LiveProduct.id(product_id)));
    }

    private Uni<Answer> get(Caller caller, long id) {
        var queries = List.of(LiveProduct.query(caller, id), Query.of(OBSERVED, caller.tenant(), id));
        return database.readAll(caller, queries).map(rows -> {
            LiveProduct.require(rows.get(0));
            var fields = new LinkedHashMap<String, List<Observation>>();
            rows.get(1).forEach(row -> fields.computeIfAbsent(row.getString("field"), field -> new ArrayList<>())
                    .add(Observation.of(row)));
            var items = fields.entrySet().stream()
                    .map(field -> new Observed(field.getKey(), field.getValue()))
                    .toList();
            return Answer.ok(new Provenance(items), ETags.of(items.size(), items.toString()));
        });
    }
}
