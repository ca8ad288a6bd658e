package org.quartermaster.catalog.pricing;

import java.math.BigDecimal;

/**
 * One step of a resolution; the input of each step that bears a price is the output of the one before.
 *
 * @param reason what was done, beginning with the number that it was done by
 */
public record PriceStep(String code, BigDecimal input, BigDecimal output, String reason) {}
