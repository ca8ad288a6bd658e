package org.quartermaster.catalog.category;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.catalog.row.RowTable;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;

/** The categories below one that moves: their paths follow it, which is a change of each. */
final class Subtree {
    /** The lock of the trigger that places categories. */
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended('catalog.category ' || $1, 0))";

    /** NB: what is below {@code /12/} begins with it and a digit, of which each comes before {@code :}. */
    private static final String BELOW =
            "t.tenant_id = $1 and t.path > $2::text and t.path < $2::text || ':' order by t.id for no key update";

    private static final String AGAIN = "t.tenant_id = $1 and t.id = any ($2) order by t.id";

    private final UnitOfWork unit;
    private final RowTable<Category> table;
    private Map<Long, Category> before = Map.of();

    Subtree(UnitOfWork unit, RowTable<Category> table) {
        this.unit = unit;
        this.table = table;
    }

    /**
     * Lets one change of the tree be made at a time. NB: before any row of it is locked, as a move locks the rows below,
     * and two of them could wait for each other.
     */
    Uni<Void> lock() {
        return unit.run(LOCK, unit.caller().tenant()).replaceWithVoid();
    }

    /** Remembers what is below a path. */
    Uni<Void> remember(String path) {
        return table.find(unit, BELOW, unit.caller().tenant(), path)
                .invoke(rows -> before = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity())))
                .replaceWithVoid();
    }

    /** Tells of those remembered that are elsewhere now. */
    Uni<Void> tell() {
        return before.isEmpty()
                ? Uni.createFrom().voidItem()
                : table.find(
                                unit,
                                AGAIN,
                                unit.caller().tenant(),
                                before.keySet().toArray(Long[]::new))
                        .invoke(rows -> tell(rows))
                        .replaceWithVoid();
    }

    private void tell(List<Category> rows) {
        for (var row : rows) {
            var former = before.get(row.id);
            if (row.version != former.version) {
                unit.changed(Change.of(
                        Categories.ENTITY,
                        row.id.toString(),
                        "updated",
                        CategoryView.of(row),
                        CategoryView.of(former)));
            }
        }
    }
}
