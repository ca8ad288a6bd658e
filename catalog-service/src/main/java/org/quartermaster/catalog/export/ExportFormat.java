package org.quartermaster.catalog.export;

import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;

/** The forms of an export. */
@Schema(name = "CatalogExportFormat")
enum ExportFormat {
    CSV("text/csv; charset=utf-8; header=present"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One JSON object a line. */
    JSONL("application/x-ndjson");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName(String kind) {
        return kind + "." + Words.of(this);
    }

    /** A new file of the kind; it is written to the output as the rows come. */
    ExportFile begin(OutputStream output, ExportSource source, boolean raw) throws IOException {
        var names = source.columns().stream().map(ExportColumn::name).toList();
        return switch (this) {
            case CSV -> new CsvExport(output, names, raw);
            case XLSX -> new SpreadsheetExport(output, source.kind(), names);
            case JSONL -> new JsonLinesExport(output, names);
        };
    }
}
