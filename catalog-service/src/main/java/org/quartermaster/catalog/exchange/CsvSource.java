package org.quartermaster.catalog.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Set;
import org.quartermaster.catalog.reference.ReferenceRow;
import org.quartermaster.catalog.reference.ReferenceTable;

/** The table of a CSV file. */
record CsvSource(ReferenceTable table) implements SourceTable {
    /** @param encoding of a file without byte order mark */
    static CsvSource open(InputStream input, Charset encoding) throws IOException {
        return new CsvSource(ReferenceTable.open(input, encoding));
    }

    private record CsvRow(ReferenceRow row) implements Row {
        @Override
        public long line() {
            return row.line();
        }

        @Override
        public String cell(String column) {
            return row.raw(column);
        }
    }

    @Override
    public Set<String> columns() {
        return table.columns();
    }

    @Override
    public Row next() {
        var row = table.next();
        return row == null ? null : new CsvRow(row);
    }

    @Override
    public void close() {
        try {
            table.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
