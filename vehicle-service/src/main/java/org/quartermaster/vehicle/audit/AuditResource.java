package org.quartermaster.vehicle.audit;

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

/** The three views by which files are checked: what came in, what is unknown, what could not be read. */
@Path("/api/v1/audit")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class AuditResource {
    private final Endpoints endpoints;
    private final AuditViews views;

    @Inject
    AuditResource(Endpoints endpoints, AuditViews views) {
        this.endpoints = endpoints;
        this.views = views;
    }

    @GET
    @Path("ingest-count")
    @Operation(summary = "Records read and stored by file, newest first")
    public Uni<RestResponse<Page<IngestCount>>> ingestCount() {
        return endpoints.list(IngestCount.class, views::ingestCount);
    }

    @GET
    @Path("unknown-rate")
    @Operation(summary = "Values that are empty or were not understood, by file and column")
    public Uni<RestResponse<Page<UnknownRate>>> unknownRate() {
        return endpoints.list(UnknownRate.class, views::unknownRate);
    }

    @GET
    @Path("parse-errors")
    @Operation(summary = "Records that were put aside, by file and reason, with examples")
    public Uni<RestResponse<Page<ParseErrors>>> parseErrors() {
        return endpoints.list(ParseErrors.class, views::parseErrors);
    }
}
