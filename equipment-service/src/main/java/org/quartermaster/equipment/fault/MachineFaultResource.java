package org.quartermaster.equipment.fault;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.equipment.photo.PhotoForm;
import org.quartermaster.equipment.photo.Picture;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.BodyLimit;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Faults that people with a login report. */
@Path("/api/v1/equipment/{equipment_id}/faults")
@Tag(name = "faults")
@Produces(MediaType.APPLICATION_JSON)
public final class MachineFaultResource {
    private final Call call;
    private final FaultService faults;
    private final FaultPicture pictures;
    private final Idempotency idempotency;

    @Inject
    MachineFaultResource(Call call, FaultService faults, FaultPicture pictures, Idempotency idempotency) {
        this.call = call;
        this.faults = faults;
        this.pictures = pictures;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Report a fault; raises an alert of its severity",
            description = "JSON, or a form with the same fields and a picture of at most 5 MiB in its part photo.")
    @APIResponseSchema(value = FaultView.class, responseCode = "201")
    public Uni<Response> report(String equipment_id, byte[] body) {
        var fault = FaultFields.read(call.json(body, Fields.Nulls.IGNORED));
        return idempotency.once(call, body, unit -> take(unit, equipment_id, fault, null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(6)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> reportForm(String equipment_id, MultipartFormDataInput input) {
        call.query().checkQuery();
        var form = PhotoForm.of(input);
        var fault = FaultFields.read(form.fields());
        return pictures.of(form)
                .chain(picture -> idempotency.once(
                        call, form.identity(picture), unit -> take(unit, equipment_id, fault, picture)));
    }

    private Uni<Answer> take(UnitOfWork unit, String id, FaultReport fault, Picture picture) {
        fault.source = FaultSource.APP;
        return faults.report(unit, id, fault, picture)
                .map(taken -> FaultView.of(taken.fault()))
                .map(view -> Answer.created(view, "/api/v1/fault-reports/" + view.faultId()));
    }
}
