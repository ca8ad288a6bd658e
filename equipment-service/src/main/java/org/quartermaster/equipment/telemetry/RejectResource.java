package org.quartermaster.equipment.telemetry;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** Samples that were refused. */
@Path("/api/v1/telemetry/rejects")
@Tag(name = "telemetry")
@Produces(MediaType.APPLICATION_JSON)
public final class RejectResource {
    private final Call call;
    private final Endpoints endpoints;
    private final RejectList list;
    private final Retries retries;

    @Inject
    RejectResource(Call call, Endpoints endpoints, RejectList list, Retries retries) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.retries = retries;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Refused samples and why, the newest first")
    public Uni<RestResponse<Page<RejectView>>> find() {
        return endpoints.list(RejectView.class, list::find);
    }

    @POST
    @Path("retry")
    @Blocking
    @RolesAllowed(Roles.MANAGER)
    @Operation(summary = "Offer refused samples again; of one machine also those whose readings have no effect")
    public BatchAnswer retry(byte[] body) {
        var filter = RetryFilter.read(call.queryAndJson(body));
        var language = Messages.language(call.header("Accept-Language"));
        return retries.retry(call.caller(), filter, new BatchTally(Ids.next("batch"), false, language));
    }
}
