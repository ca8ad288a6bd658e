package org.quartermaster.platform.token;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Learns from trusted proxies whose request it is, before anybody asks. */
@ApplicationScoped
final class ForwardedFilter {
    private static final int FIRST = 1001;
    private static final String HEADER = "X-Forwarded-For";

    private final TrustedProxies proxies;

    @Inject
    ForwardedFilter(@ConfigProperty(name = "qm.trusted-proxies") Optional<List<String>> cidrs) {
        this.proxies = TrustedProxies.of(cidrs.orElse(List.of()));
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
                    proxies.client(peer.hostAddress(), context.request().headers().getAll(HEADER)));
        }
        context.next();
    }
}
