package org.quartermaster.vehicle.identity;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.quartermaster.platform.list.Page;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.security.Roles;

/** Who belongs to the tenant, as the identity service tells it. */
@Path("/api/v1")
@Tag(name = "identities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class IdentityResource {
    private final Endpoints endpoints;
    private final IdentityList list;

    @Inject
    IdentityResource(Endpoints endpoints, IdentityList list) {
        this.endpoints = endpoints;
        this.list = list;
    }

    @GET
    @Path("users")
    @Operation(summary = "Members of the tenant and their roles, by name")
    public Uni<RestResponse<Page<UserView>>> users() {
        return endpoints.list(UserView.class, list::users);
    }

    @GET
    @Path("persons")
    @Operation(summary = "Persons of the tenant, by name")
    public Uni<RestResponse<Page<PersonView>>> persons() {
        return endpoints.list(PersonView.class, list::persons);
    }

    @GET
    @Path("organizations")
    @Operation(summary = "Organizations of the tenant, by name")
    public Uni<RestResponse<Page<OrganizationView>>> organizations() {
        return endpoints.list(OrganizationView.class, list::organizations);
    }
}
