package org.quartermaster.catalog.export;

/**
 * A column of an export.
 *
 * @param sql what it shows; of JSON its text
 */
public record ExportColumn(String name, String sql, boolean isJson) {
    /** A column of plain values. */
    public static ExportColumn of(String name, String sql) {
        return new ExportColumn(name, sql, false);
    }

    /** A column of JSON. */
    public static ExportColumn json(String name, String sql) {
        return new ExportColumn(name, "cast(" + sql + " as text)", true);
    }
}
