package org.quartermaster.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A closed loop of HTTP clients: each sends its next request when the answer to the last has come. */
final class Load implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int clients;

    Load(int clients) {
        this.clients = clients;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setPipelining(false),
                new PoolOptions().setHttp1MaxSize(clients));
    }

    /**
     * One request to send.
     *
     * @param token or null
     * @param key of an application, or null
     */
    record Call(HttpMethod method, int port, String path, String token, String key, String body) {
        static Call get(int port, String path, String token) {
            return new Call(HttpMethod.GET, port, path, token, null, null);
        }

        static Call post(int port, String path, String token, String body) {
            return new Call(HttpMethod.POST, port, path, token, null, body);
        }

        static Call exchange(int port, String path, String key) {
            return new Call(HttpMethod.POST, port, path, null, key, null);
        }
    }

    /** What came of it: answers with a status below 300, all others, and the latencies in nanoseconds, sorted. */
    record Result(long good, long bad, Duration took, long[] latencies) {
        /** Both together, one after the other. */
        Result and(Result next) {
            var all = LongStream.concat(LongStream.of(latencies), LongStream.of(next.latencies))
                    .sorted()
                    .toArray();
            return new Result(good + next.good, bad + next.bad, took.plus(next.took), all);
        }

        double perSecond() {
            return good / (took.toNanos() / 1e9);
        }

        double millis(double quantile) {
            if (latencies.length == 0) {
                return Double.NaN;
            }
            return latencies[(int) Math.min(latencies.length - 1, quantile * latencies.length)] / 1e6;
        }
    }

    /** Sends for the given time; the n-th request of all is the one that {@code calls} gives for n. */
    Result run(Duration time, LongFunction<Call> calls) {
        return run(time, Long.MAX_VALUE, calls);
    }

    /** Sends a number of requests. */
    Result run(long count, LongFunction<Call> calls) {
        return run(Duration.ofMinutes(30), count, calls);
    }

    private Result run(Duration time, long count, LongFunction<Call> calls) {
        var round = new Round(System.nanoTime() + time.toNanos(), count, calls);
        var begin = System.nanoTime();
        var done = Future.all(
                IntStream.range(0, clients).mapToObj(i -> round.start()).toList());
        await(done, time.plusMinutes(2));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var latencies = Arrays.copyOf(round.latencies, (int) Math.min(round.answered.get(), round.latencies.length));
        Arrays.sort(latencies);
        return new Result(round.good.get(), round.answered.get() - round.good.get(), took, latencies);
    }

    private static void await(Future<?> done, Duration longest) {
        try {
            done.toCompletionStage().toCompletableFuture().get(longest.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the load did not end", failed);
        }
    }

    private final class Round {
        private final long end;
        private final long count;
        private final LongFunction<Call> calls;
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong answered = new AtomicLong();
        private final AtomicLong good = new AtomicLong();
        private final long[] latencies = new long[2_000_000];

        Round(long end, long count, LongFunction<Call> calls) {
            this.end = end;
            this.count = count;
            this.calls = calls;
        }

        Future<Void> start() {
            var done = Promise.<Void>promise();
            vertx.getOrCreateContext().runOnContext(go -> next(done));
            return done.future();
        }

        private void next(Promise<Void> done) {
            var n = sent.getAndIncrement();
            if (n >= count || System.nanoTime() >= end) {
                done.complete();
                return;
            }
            var begin = System.nanoTime();
            send(calls.apply(n)).onComplete(answer -> {
                var place = (int) answered.getAndIncrement();
                if (place < latencies.length) {
                    latencies[place] = System.nanoTime() - begin;
                }
                if (answer.succeeded() && answer.result() < 300) {
                    good.incrementAndGet();
                }
                next(done);
            });
        }
    }

    private Future<Integer> send(Call call) {
        return client.request(call.method(), call.port(), "127.0.0.1", call.path())
                .compose(request -> {
                    if (call.token() != null) {
                        request.putHeader("Authorization", "Bearer " + call.token());
                    }
                    if (call.key() != null) {
                        request.putHeader("X-API-Key", call.key());
                    }
                    return body(request, call.body());
                });
    }

    private static Future<Integer> body(HttpClientRequest request, String body) {
        var answer = body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(body));
        return answer.compose(response -> response.body().map(response.statusCode()));
    }

    @Override
    public void close() {
        await(client.close(), Duration.ofSeconds(20));
        await(vertx.close(), Duration.ofSeconds(20));
    }
}
