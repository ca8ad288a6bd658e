package org.quartermaster.vehicle.imports;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.problem.Messages;

/**
 * What became of one record of a file.
 *
 * @param rowNo number of the record; the header is 1
 * @param lineNo number of the line that it begins on
 * @param codes all that is said of it
 * @param effect what it did to its lot; null in quarantine
 */
@Schema(name = "ImportRecord")
record RecordView(
        int rowNo,
        Integer lineNo,
        String lotExternalId,
        String vinRaw,
        String verdict,
        List<RecordCode> codes,
        String effect) {

    /**
     * One thing said of a record.
     *
     * @param field the column; null where the whole record is meant
     * @param arguments the value as it came; of an unknown value its domain, then the value
     * @param message what the code means, in the language of the client
     */
    record RecordCode(String code, String field, List<String> arguments, String message) {
        private RecordCode in(Locale language) {
            return new RecordCode(code, field, arguments, Messages.text(language, "finding_" + code));
        }
    }

    RecordView in(Locale language) {
        var told = codes.stream().map(code -> code.in(language)).toList();
        return new RecordView(rowNo, lineNo, lotExternalId, vinRaw, verdict, told, effect);
    }
}
