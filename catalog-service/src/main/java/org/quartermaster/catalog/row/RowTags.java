package org.quartermaster.catalog.row;

import java.time.Instant;
import java.util.List;

/** Versions of rows that have no column for it, and of sets of rows: they change when one of them does. */
public final class RowTags {
    private RowTags() {}

    /** A number that another state of the rows does not have. */
    public static long version(List<? extends CatalogRow> rows) {
        var version = rows.size() + 1L;
        for (var row : rows) {
            version = 31 * (31 * version + row.id) + version(row.updatedAt);
        }
        return version & Long.MAX_VALUE;
    }

    /** As above, of one row. */
    public static long version(CatalogRow row) {
        return version(List.of(row));
    }

    /** As above, of one row that is known by a code: the microsecond of its last change. */
    public static long version(Instant updatedAt) {
        return updatedAt.getEpochSecond() * 1_000_000 + updatedAt.getNano() / 1_000;
    }
}
