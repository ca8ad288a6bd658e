package org.quartermaster.catalog.safetyreference;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.catalog.row.RowTags;
import org.quartermaster.platform.rest.Versioned;

/** What can do harm. */
@Schema(name = "Hazard")
record HazardView(String code, String name, String nameAr, String description, Instant createdAt, Instant updatedAt)
        implements Versioned {

    @Override
    public long version() {
        return RowTags.version(updatedAt);
    }
}
