package org.quartermaster.catalog.productclassification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.catalog.row.CatalogPage;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** The work that is left in classifying: what waits for a decision, and runs that propose codes. */
@Path("/api/v1/classification")
@Tag(name = "classification")
@Produces(MediaType.APPLICATION_JSON)
public final class QueueResource {
    private final Call call;
    private final Endpoints endpoints;
    private final QueueList queue;
    private final Jobs jobs;
    private final Idempotency idempotency;

    @Inject
    QueueResource(Call call, Endpoints endpoints, QueueList queue, Jobs jobs, Idempotency idempotency) {
        this.call = call;
        this.endpoints = endpoints;
        this.queue = queue;
        this.jobs = jobs;
        this.idempotency = idempotency;
    }

    @GET
    @Path("queue")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Articles without a confirmed code, most valuable first",
            description = "Ordered by the value in stock, then by how often requests asked for them. An article for"
                    + " which no code was sure enough is abstained.")
    public Uni<RestResponse<CatalogPage<QueueItem>>> queue() {
        return endpoints.list(QueueItem.class, queue::find, CatalogPage::of);
    }

    @POST
    @Path("jobs")
    @RolesAllowed(Roles.MANAGER)
    @Operation(
            summary = "Propose codes for the articles that have no confirmed one, as a job",
            description = "For ETIM the job's file lists the articles whose class has a newer version, with the"
                    + " features that it dropped or retyped.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> start(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        var filter = ArticleFilter.read(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> jobs.queue(unit, ProposalJob.NAME, filter.parameters())
                .map(Jobs::accepted));
    }
}
