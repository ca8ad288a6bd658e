package org.quartermaster.catalog.row;

import io.smallrye.mutiny.Uni;
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
}
