package org.quartermaster.procurement.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.audit.AuditLog;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.quota.WindowKind;
import org.quartermaster.procurement.quota.Windows;

/** Tenders as a file, and their releases. */
@Path("/api/v1/ocds/export")
@Tag(name = "ocds")
@Produces(MediaType.APPLICATION_JSON)
public final class ExportResource {
    private final Call call;
    private final Idempotency idempotency;
    private final Windows windows;
    private final AuditLog audit;
    private final Jobs jobs;

    @Inject
    ExportResource(Call call, Idempotency idempotency, Windows windows, AuditLog audit, Jobs jobs) {
        this.call = call;
        this.idempotency = idempotency;
        this.windows = windows;
        this.audit = audit;
        this.jobs = jobs;
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Export the tenders that criteria take, as a job whose result_url has the file",
            description =
                    "release_package and record_package give packages of at most 1,000 releases, one a line, jsonl"
                            + " bare releases, one a line, and csv the rows of the list. Without criteria it is all tenders."
                            + " Counts as one of the exports of the day.")
    @APIResponseSchema(value = Jobs.JobAccepted.class, responseCode = "202")
    public Uni<Response> export(byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("format");
        var format = fields.word("format", ExportFormat.class).value();
        var criteria = Criteria.read(fields.nested("criteria"));
        fields.checkStrictly();
        var address = call.address();
        return idempotency.once(
                call, body, unit -> order(unit, new ExportOrder(format, criteria, unit.now()), address));
    }

    private Uni<Answer> order(UnitOfWork unit, ExportOrder order, String address) {
        var user = Ids.parse(unit.caller().subject()).orElse(null);
        var format = Words.of(order.format());
        return windows.take(unit, WindowKind.EXPORTS)
                .chain(() -> jobs.queue(unit, ExportKind.NAME, order.parameters()))
                .call(job ->
                        audit.note(unit, user, "tenders.exported", Map.of("format", format, "job_id", job), address))
                .map(Jobs::accepted);
    }
}
