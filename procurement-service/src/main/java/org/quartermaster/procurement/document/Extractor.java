package org.quartermaster.procurement.document;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quartermaster.procurement.document.Extracted.Status;

/**
 * Reads documents on a thread of their own, which is left alone when the time is over; the workers of jobs bound how many
 * there are. NB: what a broken file does to a parser must not reach the worker.
 */
@ApplicationScoped
class Extractor {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final TextReader reader = new TextReader(MOST);

    /** Never fails but by interruption: what cannot be read says why. */
    Extracted extract(Path file) throws InterruptedException {
        var task = new FutureTask<>(() -> reader.read(file));
        var thread = new Thread(task, "document-text");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MOST.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            return Extracted.without(Status.FAILED, "timeout", null, null);
        } catch (ExecutionException broken) {
            Log.debugf(broken, "a document cannot be read");
            return Extracted.without(Status.FAILED, "unreadable", null, null);
        }
    }
}
