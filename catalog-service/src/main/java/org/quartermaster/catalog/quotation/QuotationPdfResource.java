package org.quartermaster.catalog.quotation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.catalog.activity.ActivityLog;
import org.quartermaster.catalog.quotation.QuotationFiles.PdfFile;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.security.Roles;

/** A quotation as it is sent to the client. */
@Path("/api/v1/quotations/{id}/pdf")
@Tag(name = "quotations")
public final class QuotationPdfResource {
    private final Call call;
    private final QuotationList list;
    private final QuotationFiles files;
    private final ActivityLog log;
    private final Writes writes;

    @Inject
    QuotationPdfResource(Call call, QuotationList list, QuotationFiles files, ActivityLog log, Writes writes) {
        this.call = call;
        this.list = list;
        this.files = files;
        this.log = log;
        this.writes = writes;
    }

    @GET
    @Produces("application/pdf")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "The quotation as PDF, A4",
            description = "Of what was sent always the same bytes; a draft is marked as one. Who looked is logged.")
    public Uni<Response> get(String id) {
        call.query().checkQuery();
        var number = QuotationRepository.id(id);
        var caller = call.caller();
        var known = call.header("If-None-Match");
        return list.get(caller, number)
                .chain(full -> files.get(caller, full))
                .call(() -> writes.write(caller, unit -> log.viewed(unit, Quotation.ENTITY, number)))
                .map(file -> answer(file, known));
    }

    private static Response answer(PdfFile file, String known) {
        return ETags.unchanged(known, file.tag())
                ? Response.notModified(file.tag()).build()
                : Response.ok(file.content()).tag(file.tag()).build();
    }
}
