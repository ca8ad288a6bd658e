package org.quartermaster.vehicle.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.quartermaster.platform.list.CsvText;

/** What was found in the records of an import as CSV (RFC 4180), one line for each finding. */
final class ReportFile {
    private static final List<String> HEADER = List.of(
            "row_no",
            "line_no",
            "lot_external_id",
            "vin_raw",
            "verdict",
            "effect",
            "code",
            "field",
            "value",
            "message");

    private ReportFile() {}

    static String header() {
        return CsvText.lines(List.of(HEADER));
    }

    static String of(List<RecordView> records) {
        var lines = new ArrayList<List<String>>();
        for (var record : records) {
            for (var code : record.codes()) {
                lines.add(line(record, code));
            }
        }
        return CsvText.lines(lines);
    }

    private static List<String> line(RecordView record, RecordView.RecordCode code) {
        var values = code.arguments() == null ? List.<String>of() : code.arguments();
        return List.of(
                String.valueOf(record.rowNo()),
                Objects.toString(record.lineNo(), ""),
                cell(record.lotExternalId()),
                cell(record.vinRaw()),
                record.verdict(),
                Objects.toString(record.effect(), ""),
                code.code(),
                cell(code.field()),
                cell(values.isEmpty() ? null : values.get(values.size() - 1)),
                Objects.toString(code.message(), ""));
    }

    private static String cell(String text) {
        return text == null ? "" : CsvText.guarded(text);
    }
}
