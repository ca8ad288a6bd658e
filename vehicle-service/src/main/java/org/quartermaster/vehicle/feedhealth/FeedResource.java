package org.quartermaster.vehicle.feedhealth;

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

/** Whether the feeds of the market are healthy. */
@Path("/api/v1/feed")
@Tag(name = "feed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class FeedResource {
    private final Endpoints endpoints;
    private final Feeds feeds;

    @Inject
    FeedResource(Endpoints endpoints, Feeds feeds) {
        this.endpoints = endpoints;
        this.feeds = feeds;
    }

    @GET
    @Operation(summary = "How each feed is: its age, its rows and what is wrong with them")
    public Uni<RestResponse<Page<FeedHealth>>> find() {
        return endpoints.list(FeedHealth.class, feeds::find);
    }
}
