package org.quartermaster.procurement.installation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.rest.HeavyWork;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.coverage.Coverage;
import org.quartermaster.procurement.coverage.TableCoverage;
import org.quartermaster.procurement.operator.Operators;

/** The installation as a whole, for the administrators of its operator. */
@Path("/api/v1/admin")
@Tag(name = "installation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public final class InstallationResource {
    private final Call call;
    private final Operators operators;
    private final SystemConnection database;

    @Inject
    InstallationResource(Call call, Operators operators, SystemConnection database) {
        this.call = call;
        this.operators = operators;
        this.database = database;
    }

    /** What is read over all tenants. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(Connection connection) throws Exception;
    }

    /** The base tables, one by one. */
    @Schema(name = "Coverage")
    public record Tables(List<TableCoverage> items) {}

    @GET
    @Path("stats")
    @Operation(summary = "Counts over all organizations")
    public Uni<InstallationStats> stats() {
        return read(InstallationStats::read);
    }

    @GET
    @Path("coverage")
    @Operation(summary = "Whether each base table is as the service needs it, tried with a row that is taken back")
    public Uni<Tables> coverage() {
        return read(connection -> new Tables(Coverage.check(connection)));
    }

    private <T> Uni<T> read(Reading<T> reading) {
        call.query().checkQuery();
        return operators
                .require(call.caller())
                .chain(() -> HeavyWork.run(() -> {
                    try (var connection = database.open()) {
                        return reading.read(connection);
                    }
                }));
    }
}
