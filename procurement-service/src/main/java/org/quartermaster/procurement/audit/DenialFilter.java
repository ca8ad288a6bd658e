package org.quartermaster.procurement.audit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.token.Client;

/** Has each answer 403 noted, whichever part of the service gives it. */
@ApplicationScoped
final class DenialFilter {
    /** Before all that may deny. */
    private static final int PRIORITY = 300;

    private static final int DENIED = 403;
    private static final int MAX_REQUEST = 500;
    private static final String USER = "user ";

    private final Denials denials;

    @Inject
    DenialFilter(Denials denials) {
        this.denials = denials;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() == DENIED) {
                note(context);
            }
        });
        context.next();
    }

    private void note(RoutingContext context) {
        var request = context.request().method() + " " + context.request().path();
        denials.denied(
                caller(Client.of(context)),
                request.substring(0, Math.min(request.length(), MAX_REQUEST)),
                Client.host(context));
    }

    private static Caller caller(String client) {
        if (!client.startsWith(USER)) {
            return Caller.system(AuditLog.PLATFORM);
        }
        var at = client.lastIndexOf('@');
        return new Caller(client.substring(at + 1), client.substring(USER.length(), at), Set.of(), null, null);
    }
}
