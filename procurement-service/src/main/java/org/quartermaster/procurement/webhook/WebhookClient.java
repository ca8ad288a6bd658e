package org.quartermaster.procurement.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Posts to an address that was resolved before, so that no second look at the name leads elsewhere; follows no
 * redirect and reads no more of the answer than is kept.
 */
@ApplicationScoped
class WebhookClient {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int KEPT = 4 * 1024;
    private static final int CONNECTIONS = 64;

    private final HttpClient client;

    @Inject
    WebhookClient(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) LONGEST.toMillis())
                .setMaxPoolSize(CONNECTIONS));
    }

    /** Blocking. */
    Reply post(WebhookUrl url, InetAddress address, Map<String, String> headers, String body) {
        var begun = System.nanoTime();
        var reply = new CompletableFuture<Answered>();
        var open = new AtomicReference<HttpClientRequest>();
        client.request(options(url, address, headers))
                .onFailure(reply::completeExceptionally)
                .onSuccess(request -> {
                    open.set(request);
                    request.response()
                            .onFailure(reply::completeExceptionally)
                            .onSuccess(response -> read(request, response, reply));
                    request.end(Buffer.buffer(body));
                });
        try {
            var answered = reply.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answered.status, null, answered.body, millis(begun));
        } catch (TimeoutException late) {
            return Reply.failed("timeout", millis(begun));
        } catch (ExecutionException failed) {
            return Reply.failed(String.valueOf(failed.getCause().getMessage()), millis(begun));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Reply.failed("interrupted", millis(begun));
        } finally {
            if (open.get() != null) {
                open.get().reset();
            }
        }
    }

    private record Answered(int status, String body) {}

    private static RequestOptions options(WebhookUrl url, InetAddress address, Map<String, String> headers) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isSecure())
                .setURI(url.path());
        headers.forEach(options::putHeader);
        return options;
    }

    private static void read(
            HttpClientRequest request, HttpClientResponse response, CompletableFuture<Answered> reply) {
        var kept = Buffer.buffer();
        Runnable done = () -> reply.complete(new Answered(response.statusCode(), text(kept)));
        response.exceptionHandler(broken -> done.run());
        response.endHandler(ended -> done.run());
        response.handler(piece -> {
            kept.appendBuffer(piece, 0, Math.min(piece.length(), KEPT - kept.length()));
            if (kept.length() >= KEPT) {
                done.run();
                request.reset();
            }
        });
    }

    private static String text(Buffer kept) {
        return kept.toString(StandardCharsets.UTF_8).replace("\0", "");
    }

    private static int millis(long begun) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
