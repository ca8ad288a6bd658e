package org.quartermaster.platform.health;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The health answers that existing clients already ask for; Kubernetes asks {@code /q/health}. */
@Path("/")
@PermitAll
@Tag(name = "health")
@Produces(MediaType.APPLICATION_JSON)
public final class SeedHealth {
    private final Pool pool;
    private final String name;
    private final String version;

    @Inject
    SeedHealth(
            Pool pool,
            @ConfigProperty(name = "qm.health-name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.pool = pool;
        this.name = name;
        this.version = version;
    }

    @GET
    @Path("healthz")
    @Operation(summary = "Whether the service and its database work")
    public Uni<Response> healthz() {
        return connected()
                .map(up -> answer(
                        up,
                        Map.of(
                                "status", up ? "healthy" : "unhealthy",
                                "service", name,
                                "database", up ? "connected" : "disconnected")));
    }

    @GET
    @Path("health")
    @Operation(summary = "Whether the service works, with its version")
    public Uni<Response> health() {
        return connected()
                .map(up -> answer(
                        up, Map.of("status", up ? "healthy" : "unhealthy", "service", name, "version", version)));
    }

    @GET
    @Path("readyz")
    @Operation(summary = "Whether the service can take requests")
    public Uni<Response> readyz() {
        return connected()
                .map(up -> answer(
                        up,
                        Map.of(
                                "status",
                                up ? "ready" : "not_ready",
                                "service",
                                name,
                                "version",
                                version,
                                "checks",
                                Map.of("database", up ? "connected" : "disconnected"))));
    }

    private static Response answer(boolean up, Map<String, Object> body) {
        return Response.status(up ? 200 : 503).entity(new TreeMap<>(body)).build();
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
