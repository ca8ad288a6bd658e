package org.quartermaster.catalog.setting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** The settings of one's tenant. */
@Path("/api/v1/settings")
@Tag(name = "settings")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingResource {
    private final Endpoints endpoints;
    private final Settings settings;

    @Inject
    SettingResource(Endpoints endpoints, Settings settings) {
        this.endpoints = endpoints;
        this.settings = settings;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What prices, reservations, matches and quotations go by")
    @APIResponseSchema(SettingView.class)
    public Uni<Response> get() {
        return endpoints.get(settings::get);
    }

    @PATCH
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change the given settings (JSON Merge Patch)")
    @APIResponseSchema(SettingView.class)
    public Uni<Response> patch(byte[] body) {
        return endpoints.patch(body, settings::patch);
    }
}
