package org.quartermaster.vehicle.quarantine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A record that could not be used and waits for a decision, or had one.
 *
 * @param verdict that of the import, or of the replay that applied it
 * @param codes why it was set aside; of one that was replayed what is said of it since
 * @param field the column of the first reason
 * @param effect what a replay did to its lot; null until then
 * @param fixed what was mended: {@code fields} by the names of the header, or {@code raw_text}
 * @param resolution why it was dismissed
 */
@Schema(name = "QuarantinedRecord")
record QuarantineView(
        long id,
        long quarantineId,
        UUID importId,
        int rowNo,
        Integer lineNo,
        String lotExternalId,
        String vinRaw,
        String verdict,
        List<String> codes,
        String field,
        String effect,
        String rawText,
        @Schema(type = SchemaType.OBJECT) JsonNode payload,
        @Schema(type = SchemaType.OBJECT) JsonNode fixed,
        String state,
        String resolution,
        String resolvedBy,
        Instant resolvedAt,
        Instant createdAt,
        long version)
        implements Versioned {

    /** A row {@code q} of the quarantine as the JSON that this record is read from. */
    static final String JSON = """
            to_jsonb(q) || jsonb_build_object('quarantine_id', q.id, 'import_id', q.file_id, 'payload', q.payload_jsonb,
              'codes', coalesce(q.applied_codes, q.codes))
            """;
}
