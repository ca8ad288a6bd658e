package org.quartermaster.catalog.exchange;

import java.util.Set;

/** A table of a file, read from its beginning to its end. */
interface SourceTable extends AutoCloseable {
    /** The names of its columns, in lower case with {@code _} for blanks. */
    Set<String> columns();

    /** The next row; null at the end. */
    Row next();

    @Override
    void close();

    /** A row of the table. */
    interface Row {
        /** The line that it begins on, or its number in the sheet; the first is 1. */
        long line();

        /** The cell as it is written; empty where there is none. */
        String cell(String column);
    }
}
