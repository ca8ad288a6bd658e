package org.quartermaster.vehicle.unknown;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Words of feeds that have no code, and what they are taught to mean. */
@Path("/api/v1/unknown-values")
@Tag(name = "unknown-values")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMIN)
public final class UnknownValueResource {
    private final Call call;
    private final Endpoints endpoints;
    private final UnknownValueList list;
    private final UnknownValues values;
    private final Writes writes;

    @Inject
    UnknownValueResource(Call call, Endpoints endpoints, UnknownValueList list, UnknownValues values, Writes writes) {
        this.call = call;
        this.endpoints = endpoints;
        this.list = list;
        this.values = values;
        this.writes = writes;
    }

    @GET
    @Operation(
            summary = "Words of feeds that have no code, the most frequent first",
            description = "Those that were taught meanwhile are shown with mapped=true.")
    public Uni<RestResponse<Page<UnknownValueView>>> find() {
        return endpoints.list(UnknownValueView.class, list::find);
    }

    @PUT
    @Path("{domain}")
    @Operation(
            summary = "Teach what a word of a feed means; a job recodes the stored lots",
            description = "The word is compared in capital letters, hyphens as blanks. A code that is not there yet is"
                    + " made where label_en introduces it.")
    @APIResponse(
            responseCode = "202",
            description = "The word is known from now on; Location names the job that recodes lots",
            content = @Content(schema = @Schema(implementation = Jobs.JobAccepted.class)))
    public Uni<Response> put(String domain, byte[] body) {
        var lesson = Lesson.read(domain, call.json(body, Fields.Nulls.IGNORED));
        return writes.writeGlobal(call.caller(), unit -> values.teach(unit, lesson))
                .map(Answer::response);
    }
}
