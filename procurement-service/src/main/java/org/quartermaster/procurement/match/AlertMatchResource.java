package org.quartermaster.procurement.match;

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
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** What met an alert.
 * NB: a class of its own, as the longest path of a class alone is looked into. */
@Path("/api/v1/alerts/{alert_id}/matches")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class AlertMatchResource {
    private final Endpoints endpoints;
    private final Matches matches;

    @Inject
    AlertMatchResource(Endpoints endpoints, Matches matches) {
        this.endpoints = endpoints;
        this.matches = matches;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What met an alert and why, the newest first")
    public Uni<RestResponse<Page<MatchView>>> find(String alert_id) {
        return endpoints.list(MatchView.class, (caller, query) -> matches.find(caller, alert_id, query));
    }
}
