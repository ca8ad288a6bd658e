package org.quartermaster.vehicle.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.vehicle.identity.Identities;

/** Takes documents, and deletes those that nothing rests on. */
@ApplicationScoped
class DocumentService {
    private static final ProblemType IN_USE = new ProblemType(409, "document_in_use");
    private static final String ENTITY = "document";

    private final DocumentRepository documents;
    private final Identities identities;

    @Inject
    DocumentService(DocumentRepository documents, Identities identities) {
        this.documents = documents;
        this.identities = identities;
    }

    Uni<Answer> add(UnitOfWork unit, Upload upload) {
        var document = new Document();
        document.tenantId = unit.caller().tenant();
        document.id = Ids.uuid();
        document.kind = upload.kind();
        document.fileName = upload.name();
        document.mediaType = upload.mediaType();
        document.sizeBytes = upload.content().length;
        document.sha256 = upload.sha256();
        document.createdAt = unit.now();
        document.updatedAt = unit.now();
        return identities
                .caller(unit)
                .invoke(user -> document.createdBy = user)
                .chain(() -> documents.add(unit, document, upload.content()))
                .map(ignored -> DocumentView.of(document))
                .invoke(view -> unit.changed(Change.eventOnly(ENTITY, view.id().toString(), "created", view, null)))
                .map(view -> Answer.created(view, "/api/v1/documents/" + view.id()));
    }

    /** NB: under a lock that a request which wants the document as its proof waits for. */
    Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return documents.lock(id).chain(document -> {
            ETags.requireMatch(ifMatch, document.version);
            return documents
                    .isUsed(unit, document)
                    .invoke(used -> {
                        if (used) {
                            throw Problem.of(IN_USE);
                        }
                    })
                    .chain(() -> documents.delete(document))
                    .invoke(() -> {
                        var view = DocumentView.of(document);
                        unit.changed(Change.eventOnly(ENTITY, view.id().toString(), "deleted", view, null));
                    })
                    .replaceWith(Answer.empty());
        });
    }
}
