package org.quartermaster.platform.token;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.quartermaster.platform.PlatformConfig;

/** Learns from trusted proxies whose request it is, before anybody asks. */
@ApplicationScoped
final class ForwardedFilter {
    private static final int FIRST = 1001;
    private static final String HEADER = "X-Forwarded-For";

    private final TrustedProxies proxies;

    @Inject
    ForwardedFilter(PlatformConfig config) {
        this.proxies = TrustedProxies.of(config.trustedProxies().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        if (!proxies.networks().isEmpty()) {
            filters.register(this::learn, FIRST);
        }
    }

    /** NB: of the connection, because the request's own address may be what the header says first. */
    private void learn(RoutingContext context) {
        var peer = context.request().connection().remoteAddress();
        if (peer != null && peer.hostAddress() != null) {
            Client.noteHost(
                    context,
                    proxies.client(
                            peer.hostAddress(), context.request().headers().getAll(HEADER)));
        }
        context.next();
    }
}
