package org.quartermaster.equipment.alert;

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
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.equipment.reference.Priority;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Roles;

/** Alerts that a person raises. */
@Path("/api/v1/equipment/{equipment_id}/alerts")
@Tag(name = "alerts")
@Produces(MediaType.APPLICATION_JSON)
public final class ManualAlertResource {
    private static final int TEXT = 2_000;

    private final Call call;
    private final AlertService service;
    private final Idempotency idempotency;

    @Inject
    ManualAlertResource(Call call, AlertService service, Idempotency idempotency) {
        this.call = call;
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Raise an alert by hand")
    @APIResponseSchema(value = AlertView.class, responseCode = "201")
    public Uni<Response> raise(String equipment_id, byte[] body) {
        var fields = call.json(body, Fields.Nulls.IGNORED);
        fields.require("maintenance_type", "description");
        var alert = read(fields);
        fields.checkStrictly();
        return idempotency.once(call, body, unit -> service.raise(unit, equipment_id, alert));
    }

    private static Alert read(Fields fields) {
        var alert = new Alert();
        alert.maintenanceType =
                fields.word("maintenance_type", MaintenanceType.class).value();
        alert.description = fields.text("description", 1, TEXT).value();
        alert.descriptionAr = fields.text("description_ar", 0, TEXT).value();
        alert.priority = fields.word("priority", Priority.class).or(Priority.MEDIUM);
        alert.dueAt = fields.time("due_at").value();
        alert.dueHours = fields.decimal("due_hours", 2, "0", "1000000").value();
        alert.dueKm = fields.decimal("due_km", 1, "0", "100000000").value();
        return alert;
    }
}
