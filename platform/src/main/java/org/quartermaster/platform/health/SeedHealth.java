package org.quartermaster.platform.health;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.quartermaster.platform.PlatformConfig;

/** The health answers that existing clients already ask for; Kubernetes asks {@code /q/health}. */
@Path("/")
@Singleton
@PermitAll
@Tag(name = "health")
@Produces(MediaType.APPLICATION_JSON)
public final class SeedHealth {
    private static final String AWAY = "The database is away";

    private final Pool pool;
    private final String name;
    private final String version;
    private volatile boolean stopping;

    @Inject
    SeedHealth(Pool pool, PlatformConfig config, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.pool = pool;
        this.name = config.healthName();
        this.version = version;
    }

    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stopping = true;
    }

    /** The seed's health. */
    public record DatabaseHealth(String status, String service, String database) {}

    /** Health and version. */
    public record ServiceHealth(String status, String service, String version) {}

    /** Readiness with its checks. */
    public record Readiness(String status, String service, String version, Checks checks) {}

    /** What readiness looks at. */
    public record Checks(String database) {}

    @GET
    @Path("healthz")
    @Operation(summary = "Whether the service and its database work")
    @APIResponseSchema(DatabaseHealth.class)
    @APIResponse(
            responseCode = "503",
            description = AWAY,
            content = @Content(schema = @Schema(implementation = DatabaseHealth.class)))
    public Uni<Response> healthz() {
        return connected().map(up -> answer(up, new DatabaseHealth(up ? "healthy" : "unhealthy", name, database(up))));
    }

    @GET
    @Path("health")
    @Operation(summary = "Whether the service works, with its version")
    @APIResponseSchema(ServiceHealth.class)
    @APIResponse(
            responseCode = "503",
            description = AWAY,
            content = @Content(schema = @Schema(implementation = ServiceHealth.class)))
    public Uni<Response> health() {
        return connected().map(up -> answer(up, new ServiceHealth(up ? "healthy" : "unhealthy", name, version)));
    }

    @GET
    @Path("readyz")
    @Operation(summary = "Whether the service can take requests")
    @APIResponseSchema(Readiness.class)
    @APIResponse(
            responseCode = "503",
            description = AWAY,
            content = @Content(schema = @Schema(implementation = Readiness.class)))
    public Uni<Response> readyz() {
        return connected().map(up -> {
            var ready = up && !stopping;
            var state = ready ? "ready" : "not_ready";
            return answer(ready, new Readiness(state, name, version, new Checks(database(up))));
        });
    }

    private static String database(boolean up) {
        return up ? "connected" : "disconnected";
    }

    private static Response answer(boolean up, Object body) {
        return Response.status(up ? 200 : 503).entity(body).build();
    }

    private Uni<Boolean> connected() {
        return pool.query("select 1")
                .execute()
                .map(rows -> true)
                .ifNoItem()
                .after(Duration.ofSeconds(3))
                .fail()
                .onFailure()
                .recoverWithItem(false);
    }
}
