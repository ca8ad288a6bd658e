package org.quartermaster.vehicle.document;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/** A document as the API shows it. */
@Schema(name = "Document")
record DocumentView(
        UUID id,
        DocumentKind kind,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static DocumentView of(Document document) {
        return new DocumentView(
                document.id,
                document.kind,
                document.fileName,
                document.mediaType,
                document.sizeBytes,
                HexFormat.of().formatHex(document.sha256),
                document.createdBy,
                document.createdAt,
                document.updatedAt,
                document.version);
    }
}
