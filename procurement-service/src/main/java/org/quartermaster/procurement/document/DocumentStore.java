package org.quartermaster.procurement.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;

/** Rows of documents as they are made and dropped. */
@ApplicationScoped
class DocumentStore {
    /** NB: the row of the tender is locked, so that its count is right whoever else adds a document. */
    private static final String TENDER =
            "select 1 from procurement.tenders where tender_id = ? and deleted_at is null for update";

    private static final String INSERT = """
            insert into procurement.tender_documents
              (doc_id, tender_id, doc_type, file_name, file_path, file_size_bytes, language)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COUNT = """
            update procurement.tenders t set documents_count = (
              select count(*) from procurement.tender_documents d where d.tender_id = t.tender_id)
            where t.tender_id = %s
            """;
    private static final String LOCK = """
            select d.tender_id, d.file_path, d.rv
            from procurement.tenders t join procurement.tender_documents d on d.tender_id = t.tender_id
            where d.doc_id = $1 and t.deleted_at is null for update
            """;

    private final Blobs blobs;

    @Inject
    DocumentStore(Blobs blobs) {
        this.blobs = blobs;
    }

    /** The id of a new document; 404 where there is no such tender. */
    UUID add(Connection connection, String tender, NewDocument document, String key) throws SQLException {
        if (Sql.query(connection, TENDER, row -> 1, tender).isEmpty()) {
            throw Problem.of(DocumentList.NO_TENDER);
        }
        var id = Ids.uuid();
        Sql.update(
                connection,
                INSERT,
                id,
                tender,
                document.docType(),
                document.name(),
                key,
                document.size(),
                document.language());
        Sql.update(connection, COUNT.formatted("?"), tender);
        return id;
    }

    /** Drops a document with its passages, and its content where no other has the same. */
    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return unit.run(LOCK, DocumentList.id(id))
                .map(DocumentList.NOT_FOUND::require)
                .invoke(row -> ETags.requireMatch(ifMatch, row.getLong("rv")))
                .call(() -> unit.run("delete from procurement.tender_documents where doc_id = $1", DocumentList.id(id)))
                .call(row -> unit.run(COUNT.formatted("$1"), row.getString("tender_id")))
                .call(row -> row.getString("file_path") == null
                        ? Uni.createFrom().voidItem()
                        : blobs.dropUnused(unit, row.getString("file_path")))
                .replaceWith(Answer::empty);
    }
}
