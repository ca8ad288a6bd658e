package org.quartermaster.procurement.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Versioned;
import org.quartermaster.platform.security.Caller;

/**
 * The one row that a user has in a table of an organization; who has none has the usual one.
 *
 * @param find gives it by tenant and user
 * @param save puts it there by tenant, user and its values, and gives it back
 */
record OwnRow<T extends Versioned>(String find, String save, T usual, Function<Row, T> reader) {
    /** NB: where there is no row yet, there is none to lock. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    Uni<T> read(TenantDatabase database, Caller caller) {
        return database.read(caller, find, caller.tenant(), Person.of(caller)).map(this::first);
    }

    private T first(RowSet<Row> rows) {
        return rows.size() == 0 ? usual : reader.apply(rows.iterator().next());
    }

    /** @param change the values of the row, in the order of its columns, after those before */
    Uni<Answer> patch(UnitOfWork unit, String ifMatch, Function<T, List<Object>> change) {
        var tenant = unit.caller().tenant();
        var user = Person.of(unit.caller());
        return unit.run(LOCK, "own " + tenant + " " + user)
                .chain(() -> unit.run(find + " for update", tenant, user))
                .map(this::first)
                .invoke(before -> ETags.requireMatch(ifMatch, before.version()))
                .chain(before -> {
                    var values = new ArrayList<Object>(Arrays.asList(tenant, user));
                    values.addAll(change.apply(before));
                    return unit.run(save, values.toArray());
                })
                .map(this::first)
                .map(Answer::ok);
    }
}
