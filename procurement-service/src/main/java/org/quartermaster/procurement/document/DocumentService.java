package org.quartermaster.procurement.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.Idempotency;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Awaiting;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.job.Jobs;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;

/** Takes documents in and orders their texts. Blocking. */
@ApplicationScoped
public class DocumentService {
    private final Idempotency idempotency;
    private final SystemWrites writes;
    private final Blobs blobs;
    private final DocumentStore store;
    private final DocumentList list;
    private final Fetching fetching;
    private final Jobs jobs;
    private final ObjectMapper json;

    @Inject
    DocumentService(
            Idempotency idempotency,
            SystemWrites writes,
            Blobs blobs,
            DocumentStore store,
            DocumentList list,
            Fetching fetching,
            Jobs jobs,
            ObjectMapper json) {
        this.idempotency = idempotency;
        this.writes = writes;
        this.blobs = blobs;
        this.store = store;
        this.list = list;
        this.fetching = fetching;
        this.jobs = jobs;
        this.json = json;
    }

    /** 201 with the document; its text is read by a job that is queued with it. */
    Answer add(Call call, String tender, DocumentForm form) throws Exception {
        var caller = call.caller();
        var said = new ByteArrayInputStream(form.identity().getBytes(StandardCharsets.UTF_8));
        try (var body = new SequenceInputStream(said, form.file().getInputStream())) {
            return idempotency.onceBlocking(caller, Idempotency.key(call, body), () -> {
                var id = add(caller, tender, form.document());
                var view = Awaiting.result(() -> list.get(caller, id.toString()));
                return Answer.created(view, "/api/v1/documents/" + id);
            });
        }
    }

    /** Keeps a document, with the job that reads its text; its id. */
    public UUID add(Caller caller, String tender, NewDocument document) throws SQLException, IOException {
        var key = key(document);
        try (var content = document.content().open()) {
            var id = writes.<UUID, SQLException>write(caller, unit -> {
                blobs.keep(unit.connection(), key, content);
                var kept = store.add(unit.connection(), tender, document, key);
                queue(unit.connection(), caller, kept);
                return kept;
            });
            jobs.ring();
            return id;
        }
    }

    private static String key(NewDocument document) throws IOException {
        try (var content = document.content().open()) {
            return Blobs.key(content);
        }
    }

    /** 202 with a job that reads the text of a document once more. */
    Answer extract(Call call, String id) throws Exception {
        var caller = call.caller();
        return idempotency.onceBlocking(caller, Idempotency.key(call, new byte[0]), () -> {
            var document = Awaiting.result(() -> list.get(caller, id));
            if (!fetching.canHave(document.filePath(), document.fileUrl())) {
                throw Problem.of(DocumentList.NO_CONTENT);
            }
            var job = writes.<String, SQLException>write(
                    caller, unit -> queue(unit.connection(), caller, document.docId()));
            jobs.ring();
            return Jobs.accepted(job);
        });
    }

    private String queue(Connection connection, Caller caller, UUID document) throws SQLException {
        var job = Ids.next("job");
        var parameters = json.createObjectNode().put("doc_id", document.toString());
        jobs.queue(connection, caller, job, ExtractionKind.NAME, parameters);
        return job;
    }
}
