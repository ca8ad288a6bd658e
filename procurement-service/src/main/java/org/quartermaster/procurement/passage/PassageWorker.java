package org.quartermaster.procurement.passage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.OneReplica;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.procurement.config.SystemConfig;
import org.quartermaster.procurement.vector.EmbeddingProvider;

/**
 * Cuts what has changed in tenders, and the texts of documents, into passages with their vectors. One replica does it;
 * what a transaction has cut and how far that is are committed together, so it goes on where it was interrupted.
 */
@ApplicationScoped
class PassageWorker {
    private static final String NAME = "passages";
    private static final int TENDERS_AT_ONCE = 200;
    private static final int DOCUMENTS_AT_ONCE = 5;
    private static final int VECTORS_AT_ONCE = 100;
    private static final String LAG = """
            select (select coalesce(max(position), 0) from procurement.tender_changes)
              - (select coalesce(max(position), 0) from procurement.passage_progress where model = ?)
              + (select count(*) from procurement.passage_queue)
            """;

    private final OneReplica replica;
    private final SystemWrites writes;
    private final Passages passages;
    private final EmbeddingProvider embeddings;
    private final SystemConfig settings;
    private final AtomicLong lag;
    private volatile boolean isStopping;

    @Inject
    PassageWorker(
            OneReplica replica,
            SystemWrites writes,
            Passages passages,
            EmbeddingProvider embeddings,
            SystemConfig settings,
            MeterRegistry meters) {
        this.replica = replica;
        this.writes = writes;
        this.passages = passages;
        this.embeddings = embeddings;
        this.settings = settings;
        this.lag = meters.gauge("passages_pending", new AtomicLong());
    }

    void stop(@Observes ShutdownEvent event) {
        isStopping = true;
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void turn() throws SQLException {
        replica.run(NAME, connection -> {
            var isMore = true;
            while (isMore && !isStopping) {
                lag.set(Sql.query(connection, LAG, row -> row.getLong(1), embeddings.model())
                        .get(0));
                isMore = cutTenders() | cutDocuments();
            }
        });
    }

    private boolean cutTenders() throws SQLException {
        return writes.write(Caller.system(SystemWrites.PUBLIC), unit -> {
            var connection = unit.connection();
            passages.begin(connection, embeddings.model());
            var position = passages.position(connection, embeddings.model());
            var end = passages.end(connection, position, TENDERS_AT_ONCE);
            if (end == position) {
                return false;
            }
            for (var text : passages.tenders(connection, position, end)) {
                cut(connection, text);
            }
            passages.reached(connection, embeddings.model(), end);
            return true;
        });
    }

    private boolean cutDocuments() throws SQLException {
        return writes.write(Caller.system(SystemWrites.PUBLIC), unit -> {
            var queued = passages.queued(unit.connection(), DOCUMENTS_AT_ONCE);
            for (var text : passages.documents(unit.connection(), queued)) {
                cut(unit.connection(), text);
            }
            return !queued.isEmpty();
        });
    }

    private void cut(Connection connection, PassageText text) throws SQLException {
        var words = settings.integer("questions.chunk_words");
        var chunks = Chunker.cut(text.text(), words, settings.integer("questions.chunk_overlap"));
        passages.clear(connection, text);
        for (var first = 0; first < chunks.size(); first += VECTORS_AT_ONCE) {
            var part = chunks.subList(first, Math.min(first + VECTORS_AT_ONCE, chunks.size()));
            passages.insert(connection, text, part, vectors(part), embeddings.model());
        }
    }

    private List<float[]> vectors(List<Chunk> chunks) {
        var texts = new ArrayList<String>();
        chunks.forEach(chunk -> texts.add(chunk.text()));
        return Awaiting.result(() -> embeddings.embed(texts));
    }
}
