package org.quartermaster.catalog.reservation;

import java.math.BigDecimal;

/**
 * A wanted line, understood.
 *
 * @param quantity in the product's base unit
 */
record Demand(WantedLine line, BigDecimal quantity) {}
