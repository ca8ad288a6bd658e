package org.quartermaster.catalog.etim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.quartermaster.catalog.reference.ReferenceTable;
import org.quartermaster.platform.db.CopyRows;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.platform.job.JobError;
import org.quartermaster.platform.problem.Problem;

/** Copies the rows of a release, one file or a ZIP of them, into tables of the transaction. */
final class EtimStage {
    private static final int MOST_FILES = 100;
    private static final int MAGIC = 4;

    private final Connection connection;
    private final ObjectMapper json;
    private final Consumer<JobError> errors;
    private long malformed;
    private long skipped;

    EtimStage(Connection connection, ObjectMapper json, Consumer<JobError> errors) {
        this.connection = connection;
        this.json = json;
        this.errors = errors;
    }

    /** Rows without the form of their file. */
    long malformed() {
        return malformed;
    }

    /** Rows of files that nothing is made of. */
    long skipped() {
        return skipped;
    }

    void read(InputStream input) throws IOException, SQLException {
        for (var file : EtimFile.values()) {
            Sql.update(
                    connection,
                    file.columns.stream()
                            .map(column -> column.name() + " text collate \"C\"")
                            .collect(Collectors.joining(
                                    ", ",
                                    "create temporary table " + file.stage() + " (line bigint, ",
                                    ") on commit drop")));
        }
        var bytes = new PushbackInputStream(input, MAGIC);
        var start = bytes.readNBytes(MAGIC);
        bytes.unread(start);
        if (start.length == MAGIC && start[0] == 'P' && start[1] == 'K') {
            unzip(bytes);
        } else {
            file(bytes);
        }
        for (var file : EtimFile.values()) {
            Sql.update(connection, "analyze " + file.stage());
        }
    }

    /** NB: an entry ends its own stream, which is not to be closed. */
    private void unzip(InputStream bytes) throws IOException, SQLException {
        try (var zip = new ZipInputStream(bytes)) {
            var files = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw Problem.invalid("", "less_than_equal", MOST_FILES);
                }
                if (!entry.isDirectory()) {
                    file(zip);
                }
            }
        }
    }

    // The table reads from a stream that is closed elsewhere.
    @SuppressWarnings("resource")
    private void file(InputStream bytes) throws IOException, SQLException {
        var table = ReferenceTable.open(bytes);
        var file = EtimFile.of(table).orElseThrow(() -> Problem.invalid("", "etim.file_unknown"));
        var columns = file.columns.stream().map(EtimFile.Column::name).collect(Collectors.joining(", "));
        var copy = new CopyRows(connection, "copy " + file.stage() + " (line, " + columns + ") from stdin", json);
        for (var row = table.next(); row != null; row = table.next()) {
            var wrong = file.wrong(row);
            if (file == EtimFile.FEATURE_GROUPS) {
                skipped++;
            } else if (wrong != null) {
                malformed++;
                errors.accept(
                        JobError.of(row.line(), wrong, "etim.row", file.stage().substring("staged_".length())));
            } else {
                copy.add(row.line());
                for (var column : file.columns) {
                    copy.add(row.text(column.names()));
                }
                copy.endRow();
            }
        }
        copy.end();
    }
}
