package org.quartermaster.catalog.row;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.quartermaster.catalog.text.Slug;
import org.quartermaster.platform.change.UnitOfWork;

/** Slugs for rows that came without one. */
public final class Slugs {
    private Slugs() {}

    /** The first free slug of a name: its own, or with {@code -2}, {@code -3} and so on. */
    public static Uni<String> free(UnitOfWork unit, String table, String name) {
        return unit.run("select catalog.free_slug($1::text::regclass, $2)", table, Slug.of(name))
                .map(rows -> rows.iterator().next().getString(0));
    }

    /**
     * As above, for many names at a time, of which no two get one slug.
     * NB: nobody waits for another transaction here; where two take one slug at a time, the later one is refused.
     */
    public static Uni<List<String>> free(UnitOfWork unit, String table, List<String> names) {
        var bases = names.stream().map(Slug::of).toArray(String[]::new);
        return unit.run("select catalog.free_slugs($1::text::regclass, $2)", table, bases)
                .map(rows -> List.of(rows.iterator().next().getArrayOfStrings(0)));
    }
}
