package org.quartermaster.vehicle.conflict;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Contradictions in feeds, as they are read; the newest first. */
@ApplicationScoped
class ConflictList {
    private static final String CONFLICT = "cast(" + ConflictView.JSON + " as text) as conflict";
    private static final SortKey ID = SortKey.of("id", "c.id", "bigint");
    private static final SortKey VIN_ID = SortKey.of("id", "v.id", "bigint");

    private final TenantDatabase database;
    private final DatabaseJson json;

    @Inject
    ConflictList(TenantDatabase database, DatabaseJson json) {
        this.database = database;
        this.json = json;
    }

    /** With whom a record disagrees: the stored lot, or another record of its file. */
    @Schema(name = "ConflictKind")
    enum Kind {
        SAME_TIME_OTHER_CONTENT,
        TWO_ROWS_IN_FILE
    }

    /** What became of a conflict; the last two are final. */
    @Schema(name = "ConflictState")
    enum State {
        OPEN,
        APPLIED,
        DISMISSED
    }

    /** What is wrong with a VIN. */
    @Schema(name = "VinConflictReason")
    enum Reason {
        VIN_CHANGED,
        ILLEGAL_CHARACTER,
        MASKED,
        LENGTH,
        CHECK_DIGIT_MISMATCH,
        TWO_LIVE_LOTS,
        MAKE_DISAGREES
    }

    Uni<Slice<ConflictView>> find(Caller caller, Fields query) {
        return new ListQuery("conflicts", CONFLICT, "audit.upsert_conflicts c")
                .words("c.kind", query.words("kind", Kind.class))
                .words("c.state", query.words("state", State.class))
                .page(query)
                .descending(ID, ID)
                .run(database, caller, query, row -> json.read(row.getString("conflict"), ConflictView.class));
    }

    Uni<Slice<VinConflictView>> ofVins(Caller caller, Fields query) {
        return new ListQuery("vin-conflicts", VinConflictView.COLUMNS, "audit.vin_conflicts v")
                .words("v.conflict_reason", query.words("kind", Reason.class))
                .page(query)
                .descending(VIN_ID, VIN_ID)
                .run(database, caller, query, VinConflictView::of);
    }
}
