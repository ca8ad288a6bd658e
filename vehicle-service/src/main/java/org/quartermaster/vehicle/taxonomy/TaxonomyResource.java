package org.quartermaster.vehicle.taxonomy;

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
import org.quartermaster.platform.problem.Messages;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** What the codes of the market mean. */
@Path("/api/v1/taxonomies")
@Tag(name = "market")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class TaxonomyResource {
    private final Call call;
    private final Endpoints endpoints;
    private final Taxonomies taxonomies;

    @Inject
    TaxonomyResource(Call call, Endpoints endpoints, Taxonomies taxonomies) {
        this.call = call;
        this.endpoints = endpoints;
        this.taxonomies = taxonomies;
    }

    @GET
    @Path("{domain}")
    @Operation(
            summary = "The codes of one domain, with labels in the language asked for",
            description = "Domains are damage, drive, fuel, has_keys, odometer_reading, runs_drives, sale_type,"
                    + " title_group, transmission and vehicle_type.")
    @APIResponseSchema(Taxonomies.Taxonomy.class)
    public Uni<Response> find(String domain) {
        var language = Messages.language(call.header("Accept-Language"));
        return endpoints
                .get(caller -> taxonomies.find(caller, domain, language))
                .map(response -> Response.fromResponse(response)
                        .header("Content-Language", language.getLanguage())
                        .header("Vary", "Accept-Language")
                        .build());
    }
}
