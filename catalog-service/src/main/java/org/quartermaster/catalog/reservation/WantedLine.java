package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;

/**
 * What is to be held.
 *
 * @param field where a client finds the line, such as {@code lines[0]}; errors are told under it
 * @param uom code of a pack of the product or of a unit; null for its base unit
 * @param warehouseId where to take it from; null for wherever it lies
 */
public record WantedLine(String field, long productId, BigDecimal quantity, String uom, Long warehouseId) {}
