package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Versioned;

/**
 * A section of title 29 of the Code of Federal Regulations.
 *
 * @param requiredPpe codes of protective equipment
 */
@Schema(name = "OshaStandard")
record OshaView(
        long id,
        String cfr,
        String part,
        String section,
        String subpart,
        String title,
        String description,
        String requirements,
        List<String> appliesTo,
        List<String> requiredPpe,
        boolean mandatory,
        String riskLevel,
        String penalties,
        String legalReferenceUrl,
        String jurisdiction,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        String supersededBy,
        LocalDate sourceDate,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
