package org.quartermaster.catalog.inventory;

/** A product in a warehouse. */
record Place(long productId, long warehouseId) {}
