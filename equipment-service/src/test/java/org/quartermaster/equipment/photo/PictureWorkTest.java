package org.quartermaster.equipment.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

class PictureWorkTest {
    private static final int ROOM = 33; // one at work, 32 that wait

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final PictureWork work = new PictureWork();
    private final CountDownLatch door = new CountDownLatch(1);

    @AfterEach
    void close() {
        work.stop();
        vertx.close();
    }

    /** What becomes of a picture, as its failure: no file of this test is one. */
    private CompletableFuture<Throwable> send(Callable<byte[]> file) {
        var failure = new CompletableFuture<Throwable>();
        context.runOnContext(
                ignored -> work.recode(file).subscribe().with(picture -> failure.complete(null), failure::complete));
        return failure;
    }

    private byte[] afterTheDoor() throws InterruptedException {
        door.await();
        return new byte[0];
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof Problem problem && problem.type().equals(ProblemType.UNAVAILABLE);
    }

    private static Throwable result(CompletableFuture<Throwable> sent) throws Exception {
        return sent.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aFullQueueIsAnswered503AndTakesPicturesAgainWhenItHasRoom() throws Exception {
        var waiting =
                IntStream.range(0, ROOM).mapToObj(n -> send(this::afterTheDoor)).toList();

        var oneTooMany = send(() -> new byte[0]);

        assertThat(isAway(result(oneTooMany))).isTrue();
        door.countDown();
        for (var sent : waiting) {
            assertThat(isAway(result(sent))).isFalse();
        }
        assertThat(isAway(result(send(() -> new byte[0])))).isFalse();
    }
}
