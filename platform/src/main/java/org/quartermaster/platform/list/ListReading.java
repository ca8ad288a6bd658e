package org.quartermaster.platform.list;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.db.Reads;
import org.quartermaster.platform.db.TenantDatabase.Query;
import org.quartermaster.platform.problem.DatabaseFailure;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.security.Caller;

/**
 * Reads a list in one round trip: by look-up where it has one that does not refuse, else row by row.
 *
 * @param counted whether it has a total
 * @param counter gives the total, or null where rows are counted
 * @param parent what the rows belong to, or null
 * @param missing the problem where the parent is not found
 */
record ListReading(
        ListStatements list, Conditions conditions, boolean counted, Query counter, Query parent, ProblemType missing) {

    /** @param cursor where the page begins, or null */
    Uni<ReadRows> read(Reads database, Caller caller, Cursor cursor, Query... extras) {
        var known = counted && conditions.areDear() && cursor != null ? cursor.counted() : null;
        if (known != null || !conditions.areLookedUp()) {
            return filter(database, caller, known, cursor, extras);
        }
        return lookUp(database, caller, cursor, extras)
                .onFailure(DatabaseFailure::isTooBroad)
                .recoverWithUni(() -> filter(database, caller, refused(), cursor, extras));
    }

    /** How many rows match at least where the look-up refused and nothing else narrows the list; else null. */
    private Long refused() {
        return counted && conditions.areOneLookUp() ? Long.valueOf(ListQuery.COUNTED + 1L) : null;
    }

    /** NB: rows and total come of one look-up, as it costs more than both. */
    private Uni<ReadRows> lookUp(Reads database, Caller caller, Cursor cursor, Query... extras) {
        return readAll(database, caller, List.of(list.found(cursor)), extras).map(results -> {
            var rows = rows(results.get(0));
            var matches = rows.get(0).getLong(FoundPage.MATCHES);
            rows.removeIf(row -> row.getBoolean(FoundPage.EMPTY));
            return read(rows, counted ? matches : null, false, results.subList(1, results.size()));
        });
    }

    /** @param known how many rows match, or null where that is to be found out */
    private Uni<ReadRows> filter(Reads database, Caller caller, Long known, Cursor cursor, Query... extras) {
        var own = new ArrayList<Query>();
        own.add(list.rows(cursor));
        if (counted && known == null) {
            own.add(counter == null ? list.count() : counter);
        }
        return readAll(database, caller, own, extras).map(results -> {
            var matches = own.size() > 1 ? single(results.get(1)) : known;
            return read(
                    rows(results.get(0)), matches, conditions.areDear(), results.subList(own.size(), results.size()));
        });
    }

    private ReadRows read(List<Row> rows, Long matches, boolean carried, List<RowSet<Row>> extras) {
        return new ReadRows(rows, matches, counter != null, carried, extras);
    }

    private static Long single(RowSet<Row> result) {
        return result.iterator().next().getLong(0);
    }

    static List<Row> rows(RowSet<Row> result) {
        var rows = new ArrayList<Row>();
        result.forEach(rows::add);
        return rows;
    }

    private Uni<List<RowSet<Row>>> readAll(Reads database, Caller caller, List<Query> own, Query... extras) {
        var queries = new ArrayList<>(own);
        queries.addAll(List.of(extras));
        if (parent != null) {
            queries.add(parent);
        }
        return database.readAll(caller, queries).invoke(this::requireParent);
    }

    private void requireParent(List<RowSet<Row>> results) {
        if (parent != null) {
            missing.require(results.get(results.size() - 1));
        }
    }
}
