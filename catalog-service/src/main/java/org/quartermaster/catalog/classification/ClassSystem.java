package org.quartermaster.catalog.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;

/** A classification of articles. */
@Schema(name = "ClassSystem")
public enum ClassSystem {
    UNSPSC,
    ETIM;

    /** As the tables and the API write it. */
    public String word() {
        return Words.of(this);
    }
}
