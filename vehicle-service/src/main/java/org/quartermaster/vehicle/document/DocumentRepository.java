package org.quartermaster.vehicle.document;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Rows;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** Documents and their bytes in the database. */
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {
    static final ProblemType NOT_FOUND = new ProblemType(404, "document_not_found");

    private static final Rows<Document> ROWS = Rows.of(Document.class, Document::new);

    static Document read(Row row) {
        return ROWS.read(row);
    }

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    Uni<Void> add(UnitOfWork unit, Document document, byte[] content) {
        return persist(document)
                .chain(() -> unit.run(
                        "insert into system.document_contents (tenant_id, document_id, content) values ($1, $2, $3)",
                        document.tenantId,
                        document.id,
                        Buffer.buffer(content)))
                .replaceWithVoid();
    }

    Uni<Document> lock(String id) {
        return findById(id(id), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.of(NOT_FOUND));
    }

    Uni<Boolean> isUsed(UnitOfWork unit, Document document) {
        return unit.run(
                        "select 1 from vehicle.vehicle_transfer_requests where proof_document_id = $1 limit 1",
                        document.id)
                .map(rows -> rows.size() > 0);
    }
}
