package org.quartermaster.equipment.photo;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quartermaster.platform.problem.Problem;

/**
 * Work on pictures, away from the event loops and one at a time: a picture of 40 megapixels takes up to 320 MB while
 * it is turned, so two at once could take a small server's memory. Too many waiting are answered 503.
 */
@ApplicationScoped
public class PictureWork {
    private static final int WAITING = 32;

    private final ExecutorService thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                var worker = new Thread(work, "pictures");
                worker.setDaemon(true);
                return worker;
            });

    /** Checks and recodes the picture that the work reads; the result comes on the caller's own context. */
    public Uni<Picture> recode(Callable<byte[]> file) {
        var context = Vertx.currentContext();
        return Uni.createFrom()
                .<Picture>emitter(emitter -> {
                    try {
                        thread.execute(() -> {
                            try {
                                emitter.complete(PictureCodec.recode(file.call()));
                            } catch (Exception | OutOfMemoryError failed) {
                                emitter.fail(failed);
                            }
                        });
                    } catch (RejectedExecutionException full) {
                        emitter.fail(Problem.unavailable());
                    }
                })
                .emitOn(next -> context.runOnContext(ignored -> next.run()));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
