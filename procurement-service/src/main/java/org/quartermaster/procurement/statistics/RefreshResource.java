package org.quartermaster.procurement.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.operator.Operators;

/** Makes statistics anew by hand. */
@Path("/api/v1/admin/stats/refresh")
@Tag(name = "statistics")
@Produces(MediaType.APPLICATION_JSON)
public final class RefreshResource {
    private final Call call;
    private final Operators operators;
    private final StatisticsRefresh refresh;

    @Inject
    RefreshResource(Call call, Operators operators, StatisticsRefresh refresh) {
        this.call = call;
        this.operators = operators;
        this.refresh = refresh;
    }

    /** When the statistics were made. */
    @Schema(name = "StatisticsRefreshed")
    record Refreshed(Instant asOf) {}

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Make the statistics anew now", description = "For administrators of the operator.")
    public Uni<Refreshed> refresh() {
        call.query().checkQuery();
        return operators
                .require(call.caller())
                .chain(() -> HeavyWork.run(refresh::refresh))
                .map(Refreshed::new);
    }
}
