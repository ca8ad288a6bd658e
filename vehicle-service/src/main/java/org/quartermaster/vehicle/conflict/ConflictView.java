package org.quartermaster.vehicle.conflict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A record that says something else of a lot than was said at the same time.
 *
 * @param existing the columns that differ, as the lot had them
 * @param incoming the same columns as the record has them
 */
@Schema(name = "Conflict")
record ConflictView(
        long id,
        Long lotId,
        String lotExternalId,
        UUID importId,
        Integer rowNo,
        String kind,
        @Schema(type = SchemaType.OBJECT) JsonNode existing,
        @Schema(type = SchemaType.OBJECT) JsonNode incoming,
        String state,
        String resolvedBy,
        Instant resolvedAt,
        Instant createdAt,
        long version)
        implements Versioned {

    /** A row {@code c} of conflicts as the JSON that this record is read from. */
    static final String JSON = """
            to_jsonb(c) - 'record' || jsonb_build_object('import_id', c.file_id, 'lot_external_id',
              (select l.lot_external_id from vehicle.lots l where l.id = c.lot_id))
            """;
}
