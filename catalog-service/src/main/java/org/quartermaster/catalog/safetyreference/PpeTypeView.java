package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A kind of protective equipment with the classes of its articles. */
@Schema(name = "PpeType")
record PpeTypeView(
        String code,
        String name,
        String nameAr,
        String unspscCode,
        String etimClass,
        List<String> oshaSections,
        String consensusFamily,
        Instant createdAt,
        Instant updatedAt) {}
