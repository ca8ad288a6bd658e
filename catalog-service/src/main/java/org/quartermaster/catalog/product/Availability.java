package org.quartermaster.catalog.product;

/** Whether an article can be had. */
public enum Availability {
    IN_STOCK,
    OUT_OF_STOCK,
    BACKORDER
}
