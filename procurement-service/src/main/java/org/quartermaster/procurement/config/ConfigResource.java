package org.quartermaster.procurement.config;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import org.quartermaster.procurement.operator.Operators;

/** The settings of the installation, for the administrators of its operator. */
@Path("/api/v1/admin/config")
@Tag(name = "config")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class ConfigResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Operators operators;
    private final ConfigService service;

    @Inject
    ConfigResource(Call call, Endpoints endpoints, Operators operators, ConfigService service) {
        this.call = call;
        this.endpoints = endpoints;
        this.operators = operators;
        this.service = service;
    }

    @GET
    @Operation(summary = "The settings of the installation, by key")
    public Uni<RestResponse<Page<ConfigView>>> find() {
        return endpoints.list(
                ConfigView.class,
                (caller, query) -> operators.require(caller).chain(() -> service.find(caller, query)));
    }

    @PUT
    @Path("{config_key}")
    @Operation(summary = "Set a setting; null gives it back its default")
    @APIResponseSchema(ConfigView.class)
    public Uni<Response> set(String config_key, byte[] body) {
        var address = call.address();
        return endpoints.patchGlobal(body, (unit, ifMatch, fields) -> {
            var value = ConfigService.value(fields);
            return operators.require(unit.caller()).chain(() -> service.set(unit, config_key, ifMatch, value, address));
        });
    }
}
