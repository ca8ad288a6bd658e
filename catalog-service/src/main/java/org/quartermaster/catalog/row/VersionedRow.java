package org.quartermaster.catalog.row;

/** A row whose version the database raises with every visible change. */
public abstract class VersionedRow extends CatalogRow {
    public int version = 1;
}
