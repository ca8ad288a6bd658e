package org.quartermaster.catalog.product;

/** How far the cleaning and completing of an article is. */
public enum EnrichmentStatus {
    PENDING,
    RUNNING,
    ENRICHED,
    INCOMPLETE,
    FAILED
}
