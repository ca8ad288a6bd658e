package org.quartermaster.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.quartermaster.platform.security.Caller;

/** Tells how far a job is until it is finished. */
@ApplicationScoped
final class JobProgressFeed {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final JobStore jobs;
    private final ObjectMapper json;
    private volatile boolean stopping;

    @Inject
    JobProgressFeed(JobStore jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** Streams end by themselves, or each listener would hold the shutdown up to its limit. */
    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        stopping = true;
    }

    Multi<OutboundSseEvent> follow(Caller caller, String id, Locale language, Sse sse) {
        var told = new AtomicReference<JobView>();
        return Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> jobs.read(caller, id))
                .map(row -> JobView.of(row, language))
                .select()
                .first(view -> !stopping && !isTold(told))
                .map(view -> event(sse, told.getAndSet(view), view));
    }

    private static boolean isTold(AtomicReference<JobView> told) {
        return told.get() != null && told.get().state().isFinal();
    }

    /** NB: a comment when nothing happened keeps proxies from closing the connection, and shows that a client left. */
    private OutboundSseEvent event(Sse sse, JobView before, JobView now) {
        var same = before != null
                && before.state() == now.state()
                && before.progress().done() == now.progress().done();
        return same
                ? sse.newEventBuilder().comment("").build()
                : sse.newEventBuilder()
                        .name("progress")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, text(now))
                        .build();
    }

    private String text(JobView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
