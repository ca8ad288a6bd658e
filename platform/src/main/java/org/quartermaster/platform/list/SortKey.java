package org.quartermaster.platform.list;

/**
 * A field that a list can be sorted by.
 *
 * @param name the published name
 * @param sql the stored column or expression behind it
 * @param type PostgreSQL type that a cursor's value is cast to
 * @param nullable whether it can be null; nulls stand last in either direction
 */
public record SortKey(String name, String sql, String type, boolean nullable) {

    public static SortKey of(String name, String sql, String type) {
        return new SortKey(name, sql, type, false);
    }

    public static SortKey nullable(String name, String sql, String type) {
        return new SortKey(name, sql, type, true);
    }

    /** A key and its direction. */
    record Term(SortKey key, boolean descending) {
        Term reversed() {
            return new Term(key, !descending);
        }
    }
}
