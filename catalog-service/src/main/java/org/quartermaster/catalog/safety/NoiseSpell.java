package org.quartermaster.catalog.safety;

import java.math.BigDecimal;

/**
 * Time spent at one sound level.
 *
 * @param levelDba dB(A), slow response, 0 to 200
 * @param hours above 0
 */
record NoiseSpell(BigDecimal levelDba, BigDecimal hours) {}
