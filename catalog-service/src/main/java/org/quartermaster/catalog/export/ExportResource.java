package org.quartermaster.catalog.export;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.catalog.activity.ActivityAction;
import org.quartermaster.catalog.activity.ActivityLog;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Takes orders for files of a tenant's data; each becomes a job. */
@Path("/api/v1/exports/{kind}")
@Tag(name = "exports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MANAGER)
public final class ExportResource {
    private final Call call;
    private final Idempotency idempotency;
    private final ExportSources sources;
    private final ActivityLog log;
    private final Jobs jobs;

    @Inject
    ExportResource(Call call, Idempotency idempotency, ExportSources sources, ActivityLog log, Jobs jobs) {
        this.call = call;
        this.idempotency = idempotency;
        this.sources = sources;
        this.log = log;
        this.jobs = jobs;
    }

    @POST
    @Operation(
            summary = "Export rows as a file, as a job whose file is at /jobs/{job_id}/file",
            description =
                    "The kind is products, prices, stock, quotations, customers or log; the filter takes the names"
                            + " of the filters of its list. Text in CSV that begins with = + - @ or a tab gets a leading"
                            + " apostrophe, unless raw is true or it is a plain number. Columns that an import reads have the"
                            + " names that it reads, so that a raw file can be imported as it is, which changes nothing.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> export(String kind, byte[] body) {
        var source = sources.named(kind);
        var order = ExportOrder.read(source, call.caller(), call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> order(unit, order));
    }

    private Uni<Answer> order(UnitOfWork unit, ExportOrder order) {
        return jobs.queue(unit, ExportJob.NAME, order.parameters())
                .call(job -> log.note(unit, ActivityAction.EXPORTED, "export", job, order.details()))
                .map(Jobs::accepted);
    }
}
