package org.quartermaster.procurement.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.security.Caller;

/** What changed in a tender, the newest first. */
@ApplicationScoped
class ChangeHistory {
    private static final SortKey NEWEST = SortKey.of("change_seq", "c.change_seq", "bigint");
    private static final String COLUMNS = """
            c.material_version, c.classes, cast(c.changed as text) as changed, r.release_id, r.source_id,
            coalesce(r.date, c.created_at) as date
            """;
    private static final String FROM = """
            procurement.tender_changes c left join procurement.ocds_releases r on r.release_key = c.release_key\
            """;
    private static final String TENDER =
            "select 1 from procurement.tenders where tender_id = $1 and deleted_at is null";

    private final TenantDatabase database;

    @Inject
    ChangeHistory(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A change of a tender.
     *
     * @param releaseId the release that made it; null where none did
     */
    @Schema(name = "TenderChange")
    record TenderChange(
            int materialVersion,
            List<String> classes,
            String releaseId,
            String sourceId,
            Instant date,
            List<ChangedField> changed) {}

    /** A place in the compiled release, and its value before and after. */
    @Schema(name = "ChangedField")
    record ChangedField(
            String path,
            @Schema(description = "any JSON") JsonNode before,
            @Schema(description = "any JSON") JsonNode after) {}

    Uni<Slice<TenderChange>> find(Caller caller, String tender, Fields query) {
        return new ListQuery("tender-history", COLUMNS, FROM)
                .where("c.tender_id = ?", tender)
                .within(Query.of(TENDER, tender), ProblemType.NOT_FOUND)
                .page(query)
                .descending(NEWEST, NEWEST)
                .run(database, caller, query, ChangeHistory::change);
    }

    private static TenderChange change(Row row) {
        var changed = new ArrayList<ChangedField>();
        for (var each : Json.stored(row.getString("changed"))) {
            changed.add(new ChangedField(each.path("path").textValue(), each.get("before"), each.get("after")));
        }
        return new TenderChange(
                row.getInteger("material_version"),
                List.of(row.getArrayOfStrings("classes")),
                row.getString("release_id"),
                row.getString("source_id"),
                Columns.instant(row.getOffsetDateTime("date")),
                changed);
    }
}
