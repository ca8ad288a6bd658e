package org.quartermaster.platform.token;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;

/**
 * The issuer's public keys (RFC 7517), fetched in the background. The last good set is kept in the service's own
 * database, so that no request waits for the issuer or fails with it. Keys that the service has itself come first.
 */
@ApplicationScoped
final class IssuerKeys {
    private final PlatformConfig config;
    private final SystemConnection database;
    private final Instance<KeySource> own;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile JsonWebKeySet current = new JsonWebKeySet();
    private volatile String text = "";

    @Inject
    IssuerKeys(PlatformConfig config, SystemConnection database, Instance<KeySource> own) {
        this.own = own;
        this.config = config;
        this.database = database;
    }

    List<JsonWebKey> current() {
        var all = new ArrayList<JsonWebKey>();
        own.forEach(source -> all.addAll(source.keys()));
        all.addAll(current.getJsonWebKeys());
        return all;
    }

    void load(@Observes StartupEvent start) {
        try {
            use(kept());
        } catch (SQLException | JoseException unreadable) {
            Log.warnf("no kept issuer keys: %s", unreadable.getMessage());
        }
        refresh();
    }

    @Scheduled(
            every = "${qm.issuer.refresh:PT1M}",
            delayed = "${qm.issuer.refresh:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var url = config.issuer().jwksUrl().filter(given -> !given.isBlank());
        if (url.isEmpty()) {
            return;
        }
        try {
            var request = HttpRequest.newBuilder(URI.create(url.get()))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                Log.warnf("issuer keys not refreshed, the last good set stays: status %d", answer.statusCode());
            } else if (!answer.body().equals(text)) {
                current = new JsonWebKeySet(answer.body());
                keep(answer.body());
                // Only what is kept is known, so that a set that could not be kept is tried again.
                text = answer.body();
            }
        } catch (IOException | JoseException | SQLException failed) {
            Log.warnf("issuer keys not refreshed, the last good set stays: %s", failed.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void use(String jwks) throws JoseException {
        if (jwks != null) {
            current = new JsonWebKeySet(jwks);
            text = jwks;
        }
    }

    private String kept() throws SQLException {
        var sql = "select jwks from platform.issuer_keys where issuer = ?";
        try (var connection = database.open()) {
            return Sql.query(
                            connection,
                            sql,
                            row -> row.getString(1),
                            config.issuer().name())
                    .stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    private void keep(String jwks) throws SQLException {
        var sql = """
                insert into platform.issuer_keys (issuer, jwks) values (?, ?)
                on conflict (issuer) do update set jwks = excluded.jwks, updated_at = now()
                """;
        try (var connection = database.open()) {
            Sql.update(connection, sql, config.issuer().name(), jwks);
        }
    }
}
