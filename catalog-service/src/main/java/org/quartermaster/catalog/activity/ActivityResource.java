package org.quartermaster.catalog.activity;

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
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The log of what was done in a tenant, and whether anybody tampered with it. */
@Path("/api/v1/activity")
@Tag(name = "activity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class ActivityResource {
    private final Call call;
    private final Endpoints endpoints;
    private final ActivityList list;
    private final ChainCheck chain;

    @Inject
    ActivityResource(Call call, Endpoints endpoints, ActivityList list, ChainCheck chain) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.chain = chain;
    }

    @GET
    @Operation(summary = "What was done and by whom, with the changed fields before and after, the latest first")
    public Uni<RestResponse<CatalogPage<ActivityView>>> find() {
        return endpoints.list(ActivityView.class, list::find, CatalogPage::of);
    }

    @GET
    @Path("verify")
    @Operation(summary = "Whether the log is as it was written; else the first row that was changed or removed")
    public Uni<ActivityVerdict> verify() {
        call.query().checkQuery();
        return chain.check(call.caller());
    }
}
