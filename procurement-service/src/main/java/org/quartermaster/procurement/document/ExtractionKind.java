package org.quartermaster.procurement.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.SystemWrites;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.db.SystemConnection;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.job.JobKind;
import org.quartermaster.platform.job.JobRun;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.security.Roles;
import org.quartermaster.procurement.usage.Resource;
import org.quartermaster.procurement.usage.UsageCounts;

/** Reads the text of a document as a job. A document that cannot be read says so itself; the job has done its work. */
@ApplicationScoped
class ExtractionKind implements JobKind {
    static final String NAME = "document.extraction";

    private static final String CONTENT =
            "select file_path, file_url from procurement.tender_documents where doc_id = ?";
    private static final String UPDATE = """
            update procurement.tender_documents
            set content_text = ?, extraction_status = ?, extraction_error = ?, page_count = ?,
              mime_type = coalesce(?, mime_type), found_cpv = ?
            where doc_id = ?
            """;

    private final SystemConnection database;
    private final SystemWrites writes;
    private final Blobs blobs;
    private final Fetching fetching;
    private final Extractor extractor;
    private final UsageCounts usage;

    @Inject
    ExtractionKind(
            SystemConnection database,
            SystemWrites writes,
            Blobs blobs,
            Fetching fetching,
            Extractor extractor,
            UsageCounts usage) {
        this.database = database;
        this.writes = writes;
        this.blobs = blobs;
        this.fetching = fetching;
        this.extractor = extractor;
        this.usage = usage;
    }

    private record Place(String key, String url) {}

    /** What the job shows. */
    record Read(String docId, String extractionStatus, String extractionError, int characters) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String role() {
        return Roles.DATA_ADMIN;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException, IOException, InterruptedException {
        var id = UUID.fromString(run.parameters().path("doc_id").textValue());
        var file = Files.createTempFile("document", null);
        try {
            var extracted = extract(run, id, file);
            save(run, id, extracted);
            usage.add(run.caller().tenant(), Resource.DOCUMENT_EXTRACTION);
            var length = extracted.text() == null ? 0 : extracted.text().length();
            return Outcome.succeeded(new Read(id.toString(), Words.of(extracted.status()), extracted.error(), length));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Extracted extract(JobRun run, UUID id, Path file) throws SQLException, IOException, InterruptedException {
        var url = copy(id, file);
        if (url != null) {
            try {
                fetching.fetch(run, id, url, file);
            } catch (Download.Failed failed) {
                return Extracted.without(failed.status(), failed.getMessage(), null, null);
            }
        }
        run.check();
        return extractor.extract(file);
    }

    /** The address of a document that is not here; null where it was, and is copied. */
    private String copy(UUID id, Path file) throws SQLException, IOException {
        try (var connection = database.open();
                var out = Files.newOutputStream(file)) {
            var found = Sql.query(connection, CONTENT, row -> new Place(row.getString(1), row.getString(2)), id);
            if (found.isEmpty() || !fetching.canHave(found.get(0).key, found.get(0).url)) {
                throw Problem.of(DocumentList.NOT_FOUND);
            }
            if (found.get(0).key == null) {
                return found.get(0).url;
            }
            blobs.copy(connection, found.get(0).key, out);
            return null;
        }
    }

    private void save(JobRun run, UUID id, Extracted extracted) throws SQLException {
        writes.<Integer, SQLException>write(run.caller(), unit -> {
            run.guard(unit.connection());
            return Sql.update(
                    unit.connection(),
                    UPDATE,
                    extracted.text(),
                    Words.of(extracted.status()),
                    extracted.error(),
                    extracted.pages(),
                    extracted.mimeType(),
                    extracted.codes().toArray(String[]::new),
                    id);
        });
    }
}
