package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.platform.rest.Versioned;

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
        Instant updatedAt)
        implements Versioned {

    @Override
    public long version() {
        return RowTags.version(updatedAt);
    }
}
