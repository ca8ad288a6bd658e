package org.quartermaster.procurement.document;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.quartermaster.procurement.document.Extracted.Status;
import org.quartermaster.procurement.webhook.WebhookUrl;

/**
 * Gets a document from its publisher: from an address that was resolved before, without redirects, and no more than an
 * upload may have.
 */
final class Download {
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration longest;

    /** @param longest time that a document may take */
    Download(Vertx vertx, Duration longest) {
        this.vertx = vertx;
        this.longest = longest;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout((int) longest.toMillis()));
    }

    /**
     * What is let in.
     *
     * @param allowPrivate whether addresses may be those of networks of their own
     */
    record Guard(boolean allowPrivate, long mostBytes) {}

    /** Why a document is not here. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        private final Status status;

        Failed(Status status, String code) {
            super(code, null, false, false);
            this.status = status;
        }

        Status status() {
            return status;
        }
    }

    /** Writes what is at an address to a file that is there. Blocking. */
    void fetch(String address, Guard guard, Path file) throws Failed, InterruptedException {
        var open = new AtomicReference<HttpClientRequest>();
        var written = new CompletableFuture<Void>();
        try {
            client.request(options(WebhookUrl.read(address, guard.allowPrivate), guard))
                    .compose(request -> {
                        open.set(request);
                        return request.send();
                    })
                    .compose(response -> write(response, file, guard.mostBytes))
                    .onSuccess(written::complete)
                    .onFailure(written::completeExceptionally);
            written.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (WebhookUrl.Refused refused) {
            throw new Failed(Status.DOWNLOAD_FAILED, refused.getMessage());
        } catch (TimeoutException late) {
            throw new Failed(Status.DOWNLOAD_TIMEOUT, "timeout");
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof Failed failed
                    ? failed
                    : new Failed(Status.DOWNLOAD_FAILED, "no_connection");
        } finally {
            if (open.get() != null) {
                open.get().reset();
            }
        }
    }

    private static RequestOptions options(WebhookUrl url, Guard guard) throws WebhookUrl.Refused {
        var address = url.address(guard.allowPrivate).getHostAddress();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isSecure())
                .setURI(url.path());
    }

    private Future<Void> write(HttpClientResponse response, Path file, long mostBytes) {
        if (response.statusCode() != OK) {
            response.exceptionHandler(unread -> {});
            return Future.failedFuture(new Failed(Status.DOWNLOAD_FAILED, "status_" + response.statusCode()));
        }
        response.pause();
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(target -> copy(response, target, mostBytes).eventually(() -> target.close()));
    }

    private static Future<Void> copy(HttpClientResponse response, AsyncFile target, long mostBytes) {
        Promise<Void> done = Promise.promise();
        var bytes = new long[1];
        // NB: also where the answer is shorter than it said.
        response.exceptionHandler(broken -> done.tryFail(new Failed(Status.DOWNLOAD_CORRUPTED, "broken_off")));
        response.endHandler(ended -> done.tryComplete());
        response.handler(piece -> {
            bytes[0] += piece.length();
            if (bytes[0] > mostBytes) {
                done.tryFail(new Failed(Status.DOWNLOAD_FAILED, "too_large"));
            } else {
                write(piece, response, target, done);
            }
        });
        response.resume();
        return done.future();
    }

    private static void write(Buffer piece, HttpClientResponse response, AsyncFile target, Promise<Void> done) {
        target.write(piece).onFailure(done::tryFail);
        if (target.writeQueueFull()) {
            response.pause();
            target.drainHandler(ready -> response.resume());
        }
    }
}
