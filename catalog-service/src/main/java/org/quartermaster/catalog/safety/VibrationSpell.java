package org.quartermaster.catalog.safety;

import java.math.BigDecimal;

/**
 * Time spent with one vibrating tool.
 *
 * @param acceleration m/s2, 0 to 200
 * @param hours above 0
 */
record VibrationSpell(BigDecimal acceleration, BigDecimal hours) {}
