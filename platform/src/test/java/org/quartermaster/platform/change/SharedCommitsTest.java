package org.quartermaster.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.security.Caller;

class SharedCommitsTest {
    private static final String TENANT = "t";
    private static final int LONGEST_SECONDS = 30;

    private final Vertx vertx = Vertx.vertx();
    private final List<List<Integer>> commits = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What comes of so many requests, numbered from 0 on, that are asked at once. */
    private List<CompletableFuture<Integer>> ask(SharedCommits.Together<Integer, Integer> work, int requests) {
        var shared = new SharedCommits<>(vertx, work, requests, request -> Set.of());
        return IntStream.range(0, requests)
                .mapToObj(n -> shared.ask(TENANT, n).subscribeAsCompletionStage())
                .toList();
    }

    /** Takes long enough for others to come meanwhile. */
    private Uni<List<Supplier<Integer>>> slowly(List<Integer> requests) {
        commits.add(requests);
        return Uni.createFrom()
                .item(requests.stream().map(SharedCommitsTest::outcome).toList())
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(20));
    }

    private static Supplier<Integer> outcome(int request) {
        return () -> {
            if (request == 3) {
                throw new IllegalArgumentException("no 3");
            }
            return 10 * request;
        };
    }

    private static int result(CompletableFuture<Integer> asked) {
        return asked.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    @Test
    void eachHasAnOutcomeOfItsOwn() {
        var asked = ask(this::slowly, 6);

        for (var n : List.of(0, 1, 2, 4, 5)) {
            assertEquals(10 * n, result(asked.get(n)));
        }
        var refused = assertThrows(CompletionException.class, () -> result(asked.get(3)));
        assertEquals("no 3", refused.getCause().getMessage());
        assertTrue(commits.size() < 6, () -> "as many commits as requests: " + commits);
        assertEquals(
                IntStream.range(0, 6).boxed().toList(),
                commits.stream().flatMap(List::stream).sorted().toList());
    }

    @Test
    void whatFailsTogetherIsTriedOneByOne() {
        var asked = ask(
                requests -> slowly(requests).map(done -> {
                    if (requests.contains(2)) {
                        throw new IllegalStateException("not with 2");
                    }
                    return done;
                }),
                5);

        var failed = assertThrows(CompletionException.class, () -> result(asked.get(2)));
        assertEquals("not with 2", failed.getCause().getMessage());
        Stream.of(0, 1, 4).forEach(n -> assertEquals(10 * n, result(asked.get(n))));
    }

    @Test
    void severalCallersWriteInTheNameOfTheService() {
        var ann = new Caller(TENANT, "ann", Set.of(), null, null);
        var ben = new Caller(TENANT, "ben", Set.of(), null, null);

        assertEquals(ann, SharedCommits.actor(List.of(ann, ann)));
        assertEquals(Caller.system(TENANT), SharedCommits.actor(List.of(ann, ben)));
    }
}
