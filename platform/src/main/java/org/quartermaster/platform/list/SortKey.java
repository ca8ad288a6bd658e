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

    /** A key that is never null. */
    public static SortKey of(String name, String sql, String type) {
        return new SortKey(name, sql, type, false);
    }

    /** A key that may be null. */
    public static SortKey nullable(String name, String sql, String type) {
        return new SortKey(name, sql, type, true);
    }
}
