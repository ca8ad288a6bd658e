package org.quartermaster.procurement.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that an import found wrong.
 *
 * @param position line or index in the file, from 0
 * @param pointer the place within the release, or null
 */
@Schema(name = "OcdsIssue")
public record IssueView(
        long position, String ocid, String releaseId, String severity, String code, String pointer, String message) {}
