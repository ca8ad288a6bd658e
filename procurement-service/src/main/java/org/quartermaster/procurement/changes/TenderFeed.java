package org.quartermaster.procurement.changes;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.list.Cursor;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** Reads the changes of tenders in the order of their positions. */
@ApplicationScoped
class TenderFeed {
    private static final String NAME = "ocds-changes";
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final ProblemType GONE = new ProblemType(410, "cursor_gone");

    private static final String READ = """
            select c.position, t.ocid, c.tender_id, c.classes, c.material_version, r.release_id, r.date
            from procurement.tender_changes c
            join procurement.tenders t on t.tender_id = c.tender_id
            left join procurement.ocds_releases r on r.release_key = c.release_key
            where c.position > $1 order by c.position limit $2
            """;
    private static final String KNOWN =
            "select $1 = 0 or exists (select from procurement.tender_changes where position = $1)";

    private final TenantDatabase database;

    @Inject
    TenderFeed(TenantDatabase database) {
        this.database = database;
    }

    Uni<ChangePage> read(Caller caller, Fields query) {
        var limit = query.integer("limit", 1, MOST).or(USUAL);
        var place = place(query.text("cursor", 1, 500).value());
        query.checkQuery();
        return database.readAll(caller, List.of(Query.of(KNOWN, place), Query.of(READ, place, limit)))
                .map(results -> {
                    if (!results.get(0).iterator().next().getBoolean(0)) {
                        throw Problem.of(GONE);
                    }
                    return page(results.get(1), place);
                });
    }

    private static long place(String text) {
        var cursor = Cursor.decode(text, NAME, 1);
        return cursor == null
                ? 0
                : Ids.number(cursor.values().get(0)).orElseThrow(() -> Problem.of(ProblemType.BAD_CURSOR));
    }

    private static ChangePage page(Iterable<Row> rows, long place) {
        var items = new ArrayList<ChangeView>();
        var last = place;
        for (var row : rows) {
            last = row.getLong("position");
            items.add(new ChangeView(
                    row.getString("ocid"),
                    row.getString("tender_id"),
                    List.of(row.getArrayOfStrings("classes")),
                    row.getInteger("material_version"),
                    row.getString("release_id"),
                    Columns.instant(row.getOffsetDateTime("date"))));
        }
        return new ChangePage(items, new Cursor(NAME, false, List.of(Long.toString(last))).encode());
    }
}
