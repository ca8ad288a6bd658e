package org.quartermaster.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.feed.Pulse;
import org.quartermaster.platform.security.Caller;

/** Tells how far a job is until it is finished; one look serves all streams, which read a job when it has moved. */
@ApplicationScoped
final class JobProgressFeed {
    private static final String STANDINGS = """
            select j.tenant_id, j.job_id, j.state, j.done, j.progress::json ->> 'phase'
            from unnest(?, ?) as followed (tenant_id, job_id) join platform.job j using (tenant_id, job_id)
            """;

    private record Key(String tenant, String id) {}

    /** What moves. */
    private record Standing(String state, long done, String phase) {
        static Standing of(JobView view) {
            var progress = view.progress();
            return new Standing(Words.of(view.state()), progress.done(), progress.phase());
        }
    }

    private final JobStore jobs;
    private final ObjectMapper json;
    private final Pulse<Key, Map<Key, Standing>> pulse;

    @Inject
    JobProgressFeed(JobStore jobs, ObjectMapper json, SystemConnection system) {
        this.jobs = jobs;
        this.json = json;
        this.pulse = new Pulse<>(system, JobProgressFeed::look);
    }

    void start(@Observes StartupEvent start) {
        pulse.start("job-progress");
    }

    /** Streams end by themselves, or each listener would hold the shutdown up to its limit. */
    void end(@Observes ShutdownDelayInitiatedEvent shutdown) {
        pulse.stop();
    }

    private static Map<Key, Standing> look(Connection connection, Set<Key> followed) throws SQLException {
        var standings = new HashMap<Key, Standing>();
        var keys = new Columns<>(List.copyOf(followed));
        Sql.query(
                connection,
                STANDINGS,
                row -> standings.put(
                        new Key(row.getString(1), row.getString(2)),
                        new Standing(row.getString(3), row.getLong(4), row.getString(5))),
                keys.texts(Key::tenant),
                keys.texts(Key::id));
        return standings;
    }

    Multi<OutboundSseEvent> follow(Caller caller, String id, Locale language, Sse sse) {
        var told = new AtomicReference<JobView>();
        var key = new Key(caller.tenant(), id);
        return pulse.follow(key)
                .onItem()
                .transformToUniAndConcatenate(seen -> hasMoved(told.get(), seen.get(key))
                        ? jobs.read(caller, id).map(row -> JobView.of(row, language))
                        : Uni.createFrom().item(told.get()))
                .select()
                .first(view -> !isTold(told))
                .map(view -> event(sse, told.getAndSet(view), view));
    }

    private static boolean hasMoved(JobView told, Standing seen) {
        return told == null || !Standing.of(told).equals(seen);
    }

    private static boolean isTold(AtomicReference<JobView> told) {
        return told.get() != null && told.get().state().isFinal();
    }

    /** NB: a comment when nothing happened keeps proxies from closing the connection, and shows that a client left. */
    private OutboundSseEvent event(Sse sse, JobView before, JobView now) {
        var same = before != null && Standing.of(before).equals(Standing.of(now));
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
