package org.quartermaster.catalog.inventory;

/** A product in a warehouse. */
public record Place(long productId, long warehouseId) {}
