package org.quartermaster.catalog.product;

/** Whether an article is still dealt in. */
public enum ProductStatus {
    ACTIVE,
    INACTIVE,
    DISCONTINUED
}
