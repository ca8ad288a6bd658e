package org.quartermaster.procurement.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.quartermaster.platform.rest.Json;

/** The address of a model: takes JSON and gives JSON. */
public final class ModelServer {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String url;
    private final Optional<String> key;
    private final Duration timeout;

    private ModelServer(String url, Optional<String> key, Duration timeout) {
        this.url = url;
        this.key = key;
        this.timeout = timeout;
    }

    /** The configured one; empty where there is none. */
    public static Optional<ModelServer> of(ModelConfig config) {
        return config.url()
                .filter(url -> !url.isBlank())
                .map(url -> new ModelServer(url.strip().replaceAll("/+$", ""), config.key(), config.timeout()));
    }

    /** The JSON that the path answers with 200; another answer is a failure. Comes back to the caller's context. */
    public Uni<JsonNode> post(String path, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        var context = Vertx.currentContext();
        var answer = Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), BodyHandlers.ofString()))
                .map(ModelServer::read);
        return context == null ? answer : answer.emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException("the model answered " + response.statusCode()));
        }
        return Json.stored(response.body());
    }
}
