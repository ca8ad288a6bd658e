package org.quartermaster.equipment.access;

import io.quarkus.logging.Log;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.quartermaster.platform.security.Roles;

/** An endpoint of tests alone that writes a line to the log. */
@Path("/api/v1/probe/log")
public class ProbeResource {
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Write a line to the log", hidden = true)
    public void log() {
        Log.info("asked");
    }
}
