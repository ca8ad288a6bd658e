package org.quartermaster.catalog.row;

import java.util.List;

/** Versions of rows that have no column for it, and of sets of rows: they change when one of them does. */
public final class RowTags {
    private RowTags() {}

    /** A number that another state of the rows does not have. */
    public static long version(List<? extends CatalogRow> rows) {
        var version = rows.size() + 1L;
        for (var row : rows) {
            var changed = row.updatedAt.getEpochSecond() * 1_000_000 + row.updatedAt.getNano() / 1_000;
            version = 31 * (31 * version + row.id) + changed;
        }
        return version & Long.MAX_VALUE;
    }

    /** As above, of one row. */
    public static long version(CatalogRow row) {
        return version(List.of(row));
    }
}
