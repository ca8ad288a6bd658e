package org.quartermaster.equipment.scan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.equipment.fault.FaultFields;
import org.quartermaster.equipment.fault.FaultReport;
import org.quartermaster.equipment.photo.PhotoForm;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;

/** What anybody with the token of a label may do, as JSON. */
@Path("/api/v1/scan/{code}")
@Tag(name = "scan")
@Produces(MediaType.APPLICATION_JSON)
public final class ScanResource {
    private final Call call;
    private final ScanLimits limits;
    private final ScanDirectory directory;
    private final ScanReports reports;

    @Inject
    ScanResource(Call call, ScanLimits limits, ScanDirectory directory, ScanReports reports) {
        this.call = call;
        this.limits = limits;
        this.directory = directory;
        this.reports = reports;
    }

    @GET
    @PermitAll
    @SecurityRequirementsSet
    @Operation(summary = "The machine behind a label, without a login")
    @APIResponseSchema(ScanView.class)
    public Uni<Response> get(String code) {
        limits.view(call.client());
        call.query().checkQuery();
        var known = call.header("If-None-Match");
        return directory.find(code).map(ScanView::of).map(Answer::ok).map(answer -> answer.unlessKnown(known));
    }

    @POST
    @Path("faults")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Report a fault, without a login",
            description = "JSON, or a form with the same fields and a picture of at most 5 MiB in its part photo."
                    + " The same title from the same client within ten minutes gives the first answer again.")
    @APIResponseSchema(value = ScanReportView.class, responseCode = "201")
    public Uni<Response> report(String code, byte[] body) {
        return take(code, FaultFields.read(call.json(body, Fields.Nulls.IGNORED)), null);
    }

    @POST
    @Path("faults")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(6)
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> reportForm(String code, MultipartFormDataInput input) {
        call.query().checkQuery();
        var form = PhotoForm.of(input);
        return take(code, FaultFields.read(form.fields()), form);
    }

    private Uni<Response> take(String code, FaultReport fault, PhotoForm form) {
        return reports.take(code, fault, form).map(taken -> Response.status(taken.isNew() ? 201 : 200)
                .entity(ScanReportView.of(taken.fault()))
                .build());
    }
}
