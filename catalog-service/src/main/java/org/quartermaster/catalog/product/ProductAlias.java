package org.quartermaster.catalog.product;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Articles under the seed's path: {@code /api/products} is the same as {@code /api/v1/products}. */
@ApplicationScoped
class ProductAlias {
    private static final String SEED = "/api/products";
    private static final int AFTER_PATH_TRICKS = 997;

    void register(@Observes Filters filters) {
        filters.register(ProductAlias::lead, AFTER_PATH_TRICKS);
    }

    private static void lead(RoutingContext context) {
        var path = context.request().path();
        if (path.equals(SEED) || path.startsWith(SEED + "/")) {
            context.reroute("/api/v1" + path.substring("/api".length()));
        } else {
            context.next();
        }
    }
}
