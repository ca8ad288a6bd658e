package org.quartermaster.procurement.setting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** The settings of an organization. */
@Path("/api/v1/admin/settings")
@Tag(name = "settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class SettingResource {
    private final Call call;
    private final Endpoints endpoints;
    private final SettingService service;

    @Inject
    SettingResource(Call call, Endpoints endpoints, SettingService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.service = service;
    }

    @GET
    @Operation(summary = "The settings of the organization, by key")
    public Uni<RestResponse<Page<SettingView>>> find() {
        return endpoints.list(SettingView.class, service::find);
    }

    @PUT
    @Path("{key}")
    @Operation(summary = "Make or change a setting; its value must be of its type")
    @APIResponseSchema(SettingView.class)
    public Uni<Response> put(String key, byte[] body) {
        var address = call.address();
        return endpoints.put(body, (unit, ifMatch, fields) -> service.put(unit, key, ifMatch, fields, address));
    }

    @DELETE
    @Path("{key}")
    @Operation(summary = "Remove a setting")
    public Uni<Response> delete(String key) {
        var address = call.address();
        return endpoints.delete((unit, ifMatch) -> service.delete(unit, key, ifMatch, address));
    }
}
