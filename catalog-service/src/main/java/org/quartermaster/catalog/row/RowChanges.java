package org.quartermaster.catalog.row;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Answer;
import org.quartermaster.platform.rest.ETags;
import org.quartermaster.platform.rest.Versioned;

/**
 * Adds, changes and deletes rows that clients know by themselves, and tells of it.
 *
 * @param entity its name in events
 * @param path where it is found, with a slash at the end
 * @param missing what is answered where there is none
 */
public record RowChanges<E extends VersionedRow>(
        RowTable<E> table, String entity, String path, ProblemType missing, Function<E, ? extends Versioned> view) {

    /** The id that a path names; 404 for a text that is none. */
    public long id(String text) {
        return id(text, missing);
    }

    /** As above, with another problem. */
    public static long id(String text, ProblemType missing) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            throw Problem.of(missing);
        }
    }

    /** Adds a row. */
    public Uni<Answer> create(UnitOfWork unit, E row) {
        return table.insert(unit, row).map(saved -> {
            var shown = view.apply(saved);
            unit.changed(Change.created(entity, saved.id.toString(), shown));
            return Answer.created(shown, path + saved.id);
        });
    }

    /** Adds rows, and gives their numbers in their order. */
    public Uni<List<Long>> create(UnitOfWork unit, List<E> rows) {
        return table.insert(unit, rows).map(saved -> saved.stream()
                .map(row -> {
                    unit.changed(Change.created(entity, row.id.toString(), view.apply(row)));
                    return row.id;
                })
                .toList());
    }

    /**
     * Changes a row.
     *
     * @param change fills the row that it is given, and may ask the database before
     */
    public Uni<Answer> update(UnitOfWork unit, String id, String ifMatch, Function<E, Uni<Void>> change) {
        return table.lock(unit, id(id), missing).chain(row -> {
            ETags.requireMatch(ifMatch, row.version);
            var before = view.apply(row);
            return change.apply(row).chain(() -> save(unit, row, before)).map(Answer::ok);
        });
    }

    private Uni<Versioned> save(UnitOfWork unit, E row, Versioned before) {
        if (view.apply(row).equals(before)) {
            return Uni.createFrom().item(before);
        }
        return table.update(unit, row).map(saved -> {
            var shown = view.apply(saved);
            unit.changed(Change.of(entity, saved.id.toString(), "updated", shown, before));
            return shown;
        });
    }

    /** Deletes a row. */
    public Uni<Answer> delete(UnitOfWork unit, String id, String ifMatch) {
        return table.lock(unit, id(id), missing).chain(row -> {
            ETags.requireMatch(ifMatch, row.version);
            var shown = view.apply(row);
            unit.changed(Change.of(entity, row.id.toString(), "deleted", shown, shown));
            return table.delete(unit, row.id).replaceWith(Answer.empty());
        });
    }
}
