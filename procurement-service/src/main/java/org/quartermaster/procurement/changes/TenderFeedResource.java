package org.quartermaster.procurement.changes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The feed of changes, for those who keep a copy. */
@Path("/api/v1/ocds/changes")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class TenderFeedResource {
    private final Call call;
    private final TenderFeed feed;

    @Inject
    TenderFeedResource(Call call, TenderFeed feed) {
        this.call = call;
        this.feed = feed;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Changes of tenders since a cursor, the oldest first",
            description =
                    "Without cursor from the beginning. next_cursor is always given, also at the end: ask again with"
                            + " it later. It is good as long as the change that it names exists, else 410.")
    @APIResponseSchema(ChangePage.class)
    public Uni<RestResponse<ChangePage>> changes() {
        return feed.read(call.caller(), call.query()).map(RestResponse::ok);
    }
}
