package org.quartermaster.procurement.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The forms that tenders are exported in. */
@Schema(name = "ExportFormat")
enum ExportFormat {
    /** Packages of releases, one a line. */
    RELEASE_PACKAGE("application/x-ndjson", "release-packages.jsonl"),
    /** Packages of records with their compiled releases, one a line. */
    RECORD_PACKAGE("application/x-ndjson", "record-packages.jsonl"),
    /** Releases, one a line. */
    JSONL("application/x-ndjson", "releases.jsonl"),
    /** The rows that are searched. */
    CSV("text/csv; charset=utf-8; header=present", "tenders.csv");

    private final String mediaType;
    private final String fileName;

    ExportFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }
}
