package org.quartermaster.platform.rest;

import jakarta.ws.rs.core.EntityTag;

/** The view of a single resource; a record with a component {@code version} needs no more than to say so. */
public interface Versioned {
    /** Version of the row, which {@code If-Match} is compared with. */
    long version();

    /** The strong entity tag: the version, and a digest of all that the view shows. */
    default EntityTag tag() {
        return ETags.of(version(), toString());
    }
}
