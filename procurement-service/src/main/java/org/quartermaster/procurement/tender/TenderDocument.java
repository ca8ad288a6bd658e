package org.quartermaster.procurement.tender;

import java.time.Instant;
import java.util.UUID;

/** What is known of a document of a tender, without its content. */
public record TenderDocument(
        UUID docId,
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
        Instant uploadedAt) {}
