package org.quartermaster.procurement.model;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that speaks as a model's does, and says what it was told to say. */
public final class ModelStub implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Answers each request alike. */
    public ModelStub(int status, String answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var key = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(exchange.getRequestURI() + " " + key + " " + body);
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    /** What it was asked: path, key and body. */
    public List<String> requests() {
        return requests;
    }

    /** The way to it. */
    public ModelServer reached() {
        return ModelServer.of(config(
                        Optional.of("http://localhost:" + server.getAddress().getPort() + "/v1/")))
                .orElseThrow();
    }

    static ModelConfig config(Optional<String> url) {
        return new ModelConfig() {
            @Override
            public Optional<String> url() {
                return url;
            }

            @Override
            public Optional<String> key() {
                return Optional.of("secret");
            }

            @Override
            public String embeddings() {
                return "vectors";
            }

            @Override
            public String answers() {
                return "words";
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
