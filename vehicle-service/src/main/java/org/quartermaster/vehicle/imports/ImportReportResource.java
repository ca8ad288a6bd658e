package org.quartermaster.vehicle.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;

/** What an import found and did, as a whole. */
@Path("/api/v1/imports/{import_id}")
@Tag(name = "imports")
@RolesAllowed(Roles.DATA_ADMIN)
public final class ImportReportResource {
    private static final String CSV = "text/csv";
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Type",
            List.of("text/csv; charset=utf-8; header=present"),
            "Content-Disposition",
            List.of("attachment; filename=\"import-report.csv\""));

    private final Call call;
    private final Endpoints endpoints;
    private final ImportList imports;

    @Inject
    ImportReportResource(Call call, Endpoints endpoints, ImportList imports) {
        this.call = call;
        this.endpoints = endpoints;
        this.imports = imports;
    }

    @GET
    @Path("changes")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What an import changed in lots that were there before")
    public Uni<RestResponse<Page<LotChangeView>>> changes(String import_id) {
        return endpoints.list(LotChangeView.class, (caller, query) -> imports.changes(caller, import_id, query));
    }

    @GET
    @Path("report.csv")
    @Produces(CSV)
    @Operation(
            summary = "What was found in the records of an import, as a CSV file",
            description = "One line for each finding. Text that a spreadsheet would take for a formula gets a leading"
                    + " apostrophe.")
    public RestMulti<String> report(String import_id) {
        call.query().checkQuery();
        var caller = call.caller();
        var language = Messages.language(call.header("Accept-Language"));
        var records = imports.found(caller, import_id, language)
                .onItem()
                .transformToUniAndConcatenate(batch -> HeavyWork.run(() -> ReportFile.of(batch)));
        return RestMulti.fromUniResponse(
                imports.get(caller, import_id),
                found -> Multi.createBy()
                        .concatenating()
                        .<String>streams(Multi.createFrom().item(ReportFile.header()), records),
                found -> HEADERS);
    }
}
