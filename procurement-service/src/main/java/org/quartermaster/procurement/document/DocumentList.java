package org.quartermaster.procurement.document;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Documents as they are read; those of a tender that was deleted are not there. */
@ApplicationScoped
class DocumentList {
    static final ProblemType NOT_FOUND = new ProblemType(404, "document_not_found");
    static final ProblemType NO_TENDER = new ProblemType(404, "tender_not_found");
    static final ProblemType NO_CONTENT = new ProblemType(404, "document_content_missing");
    private static final ProblemType NO_TEXT = new ProblemType(404, "document_text_missing");
    private static final SortKey UPLOADED = SortKey.of("uploaded_at", "d.uploaded_at", "timestamptz");
    private static final SortKey ID = SortKey.of("doc_id", "d.doc_id", "uuid");
    private static final String ONE = """
            select %s from procurement.tender_documents d join procurement.tenders t on t.tender_id = d.tender_id
            where d.doc_id = $1 and t.deleted_at is null
            """;

    private final TenantDatabase database;

    @Inject
    DocumentList(TenantDatabase database) {
        this.database = database;
    }

    /** Those of a tender, in the order in which they came. */
    Uni<Slice<DocumentView>> find(Caller caller, String tender, Fields query) {
        var owner = Query.of("select 1 from procurement.tenders where tender_id = $1 and deleted_at is null", tender);
        return new ListQuery("tender-documents", DocumentView.COLUMNS, "procurement.tender_documents d")
                .within(owner, NO_TENDER)
                .where("d.tender_id = ?", tender)
                .page(query)
                .chronological(UPLOADED, ID, false)
                .run(database, caller, query, DocumentView::of);
    }

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> Problem.of(NOT_FOUND));
    }

    Uni<DocumentView> get(Caller caller, String id) {
        return read(caller, id, DocumentView.COLUMNS).map(DocumentView::of);
    }

    /** One whose content is here. */
    Uni<DocumentView> withContent(Caller caller, String id) {
        return get(caller, id).invoke(document -> {
            if (document.filePath() == null) {
                throw Problem.of(NO_CONTENT);
            }
        });
    }

    /** The text that was found in it. */
    Uni<String> text(Caller caller, String id) {
        return read(caller, id, "d.content_text").map(row -> {
            var text = row.getString(0);
            if (text == null) {
                throw Problem.of(NO_TEXT);
            }
            return text;
        });
    }

    private Uni<Row> read(Caller caller, String id, String columns) {
        return database.read(caller, ONE.formatted(columns), id(id)).map(NOT_FOUND::require);
    }
}
