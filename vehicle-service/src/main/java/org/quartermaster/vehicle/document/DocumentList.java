package org.quartermaster.vehicle.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Documents as they are read. */
@ApplicationScoped
class DocumentList {
    private static final SortKey CREATED = SortKey.of("created_at", "d.created_at", "timestamptz");
    private static final SortKey ID = SortKey.of("id", "d.id", "uuid");

    private final TenantDatabase database;

    @Inject
    DocumentList(TenantDatabase database) {
        this.database = database;
    }

    /** The newest first. */
    Uni<Slice<DocumentView>> find(Caller caller, Fields query) {
        return new ListQuery("documents", "d.*", "system.documents d")
                .where("d.tenant_id = ?", caller.tenant())
                .words("d.kind", query.words("kind", DocumentKind.class))
                .page(query)
                .chronological(CREATED, ID, true)
                .run(database, caller, query, row -> DocumentView.of(DocumentRepository.read(row)));
    }

    Uni<DocumentView> get(Caller caller, String id) {
        return document(caller, id).map(DocumentView::of);
    }

    private Uni<Document> document(Caller caller, String id) {
        return database.read(caller, "select d.* from system.documents d where d.id = $1", DocumentRepository.id(id))
                .map(DocumentRepository.NOT_FOUND::require)
                .map(DocumentRepository::read);
    }

    /** The bytes as a file to be saved, never to be shown; they are not read where the client has them. */
    Uni<Response> content(Caller caller, String id, String ifNoneMatch) {
        return document(caller, id).chain(document -> {
            var tag = DocumentView.of(document).tag();
            if (ETags.unchanged(ifNoneMatch, tag)) {
                return Uni.createFrom().item(() -> Response.notModified(tag).build());
            }
            return database.read(
                            caller, "select content from system.document_contents where document_id = $1", document.id)
                    .map(DocumentRepository.NOT_FOUND::require)
                    .map(row -> Response.ok(row.getBuffer("content").getBytes())
                            .type(document.mediaType)
                            .tag(tag)
                            .header("Content-Disposition", disposition(document))
                            .build());
        });
    }

    /** RFC 6266, with the name in UTF-8 (RFC 8187). */
    private static String disposition(Document document) {
        var name = document.fileName == null ? document.id.toString() : document.fileName;
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
