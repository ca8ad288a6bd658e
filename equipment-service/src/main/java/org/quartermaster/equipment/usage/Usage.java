package org.quartermaster.equipment.usage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a machine did in a stretch of time.
 *
 * @param hoursUsed null when the machine never reported hours
 * @param kmUsed null when the machine never reported kilometres
 * @param distanceKm way between its positions
 */
record Usage(Instant from, Instant to, BigDecimal hoursUsed, BigDecimal kmUsed, BigDecimal distanceKm, long samples) {}
