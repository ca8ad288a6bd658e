package org.quartermaster.equipment.machine;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.security.Roles;

/**
 * Machines by what stands on their labels.
 * NB: a class of its own, because the longest fixed start of a path wins among classes: so a code that is called
 * {@code photos} or {@code alerts} is not taken for that list of a machine {@code qr}.
 */
@Path("/api/v1/equipment/qr/{qr_code}")
@Tag(name = "equipment")
@Produces(MediaType.APPLICATION_JSON)
public final class QrCodeResource {
    private final Endpoints endpoints;
    private final MachineRepository machines;

    @Inject
    QrCodeResource(Endpoints endpoints, MachineRepository machines) {
        this.endpoints = endpoints;
        this.machines = machines;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One machine by its QR code, or by the live scan token of its label")
    @APIResponseSchema(MachineView.class)
    public Uni<Response> getByQrCode(String qr_code) {
        return endpoints.get(caller ->
                machines.readByLabel(caller, qr_code).map(MachineView::of).map(Answer::ok));
    }
}
