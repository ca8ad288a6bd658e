package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.resource.Endpoints;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Roles;

/** What is the user's own: how he is spoken to, what he likes, what he is shown for it. */
@Path("/api/v1/me")
@Tag(name = "personal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public final class PersonalResource {
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private final Call call;
    private final Endpoints endpoints;
    private final PreferencesService preferences;
    private final FavouritesService favourites;
    private final Recommendations recommendations;
    private final Dashboard dashboard;

    @Inject
    PersonalResource(
            Call call,
            Endpoints endpoints,
            PreferencesService preferences,
            FavouritesService favourites,
            Recommendations recommendations,
            Dashboard dashboard) {
        this.call = call;
        this.endpoints = endpoints;
        this.preferences = preferences;
        this.favourites = favourites;
        this.recommendations = recommendations;
        this.dashboard = dashboard;
    }

    /** Tenders that may be of interest, the best first. */
    @Schema(name = "Recommendations")
    public record Best(List<RecommendationView> items) {}

    @GET
    @Path("preferences")
    @Operation(summary = "How one wants to be spoken to")
    @APIResponseSchema(PreferencesView.class)
    public Uni<Response> preferences() {
        return endpoints.get(preferences::get);
    }

    @PATCH
    @Path("preferences")
    @Operation(summary = "Change the given preferences (JSON Merge Patch)")
    @APIResponseSchema(PreferencesView.class)
    public Uni<Response> prefer(byte[] body) {
        return endpoints.patch(body, preferences::patch);
    }

    @GET
    @Path("personalization")
    @Operation(summary = "What one likes")
    @APIResponseSchema(Favourites.class)
    public Uni<Response> favourites() {
        return endpoints.get(caller -> favourites.of(caller).map(Answer::ok));
    }

    @PATCH
    @Path("personalization")
    @Operation(summary = "Change what one likes; null clears a list (JSON Merge Patch)")
    @APIResponseSchema(Favourites.class)
    public Uni<Response> like(byte[] body) {
        return endpoints.patch(body, favourites::patch);
    }

    @GET
    @Path("recommendations")
    @Operation(summary = "Open tenders ranked by what one likes, each with its reasons")
    public Uni<Best> recommendations() {
        var query = call.query();
        var limit = query.integer("limit", 1, MOST).or(USUAL);
        query.checkQuery();
        var caller = call.caller();
        return favourites
                .of(caller)
                .chain(liked -> recommendations.find(caller, liked, limit))
                .map(Best::new);
    }

    @GET
    @Path("dashboard")
    @Operation(summary = "What one sees first: counts of what waits, and the best recommendations")
    public Uni<DashboardView> dashboard() {
        call.query().checkQuery();
        return dashboard.of(call.caller());
    }
}
