package org.quartermaster.procurement.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.rest.Versioned;

/**
 * What is known of a document of a tender.
 *
 * @param filePath key of its content, never shown; null where only the publisher has it
 */
@Schema(name = "Document")
record DocumentView(
        UUID docId,
        String tenderId,
        String sourceDocumentId,
        String docType,
        String fileName,
        String fileUrl,
        String extractionStatus,
        String extractionError,
        Long fileSizeBytes,
        Integer pageCount,
        String mimeType,
        String language,
        Instant publishedAt,
        Instant uploadedAt,
        @JsonIgnore String filePath,
        @JsonIgnore long version)
        implements Versioned {
    static final String COLUMNS = """
            d.doc_id, d.tender_id, d.source_document_id, d.doc_type, d.file_name, d.file_url, d.extraction_status,
              d.extraction_error, d.file_size_bytes, d.page_count, d.mime_type, d.language, d.published_at, d.uploaded_at,
              d.file_path, d.rv""";

    static DocumentView of(Row row) {
        return new DocumentView(
                row.getUUID("doc_id"),
                row.getString("tender_id"),
                row.getString("source_document_id"),
                row.getString("doc_type"),
                row.getString("file_name"),
                row.getString("file_url"),
                row.getString("extraction_status"),
                row.getString("extraction_error"),
                row.getLong("file_size_bytes"),
                row.getInteger("page_count"),
                row.getString("mime_type"),
                row.getString("language"),
                Columns.instant(row.getOffsetDateTime("published_at")),
                Columns.instant(row.getOffsetDateTime("uploaded_at")),
                row.getString("file_path"),
                row.getLong("rv"));
    }
}
