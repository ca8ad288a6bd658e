package org.quartermaster.catalog.search;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The search of products. */
@Path("/api/v1/products")
@Tag(name = "products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class ProductSearchResource {
    private static final int LONGEST = 200;
    private static final int SUGGESTIONS = 10;

    private final Call call;
    private final Endpoints endpoints;
    private final ProductSearch search;
    private final SearchReads reads;

    @Inject
    ProductSearchResource(Call call, Endpoints endpoints, ProductSearch search, SearchReads reads) {
        this.call = call;
        this.endpoints = endpoints;
        this.search = search;
        this.reads = reads;
    }

    @GET
    @Path("search")
    @Operation(
            summary = "Products by numbers, words and filters, the best match first",
            description = "Tier 1 has one of its numbers (SKU, pack SKU, MPN, GTIN) as asked, whatever the case, blanks"
                    + " and dashes; tier 2 begins with it, from 3 letters on; tier 3 has all words, where a quoted phrase"
                    + " stands together, -word excludes and a OR b asks for either; tier 4 has some words; tier 5 has"
                    + " words with typing errors. Tiers 4 and 5 are looked at only while the others give less than a"
                    + " page. Within a tier the better score comes first, then the lower id. Products that are deleted,"
                    + " unpublished or not active are shown only where a filter asks for them. A feature filter is"
                    + " name:operator:value with operator eq, ge, le, between (low..high) or in (values parted by"
                    + " commas) and a unit where there is one; ranges match when they overlap. A facet counts without"
                    + " its own filter. Total and facets are exact up to 10,000 hits. Of more than 20,000 products"
                    + " with the same words, that many are ranked.")
    public Uni<RestResponse<ProductSearchPage>> find() {
        var run = search.begin();
        return endpoints.list(ProductHit.class, run::find, run::page);
    }

    @GET
    @Path("suggest")
    @Operation(summary = "What the beginning of a search may become: numbers, names and words of products")
    public Uni<ProductSuggestions> suggest() {
        var query = call.query();
        var text = query.text("q", 1, LONGEST).or("");
        var limit = query.integer("limit", 1, SUGGESTIONS).or(SUGGESTIONS);
        query.checkQuery();
        return reads.suggest(call.caller(), ProductSuggestions.asked(text, limit))
                .map(ProductSuggestions::new);
    }
}
