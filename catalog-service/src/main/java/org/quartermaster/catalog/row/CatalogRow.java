package org.quartermaster.catalog.row;

import java.time.Instant;

/** What every row has; a row's class has its columns as public fields, in camel case. */
public abstract class CatalogRow {
    /** Null until it is added. */
    public Long id;

    public Instant createdAt;
    public Instant updatedAt;
}
