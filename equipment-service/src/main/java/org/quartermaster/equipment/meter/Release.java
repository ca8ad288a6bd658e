package org.quartermaster.equipment.meter;

import java.math.BigDecimal;
import java.time.Instant;

/** A held jump that took effect: readings of the history from {@code low} to {@code high} in that time count now. */
public record Release(MeterKind kind, Instant from, Instant to, BigDecimal low, BigDecimal high, BigDecimal offset) {}
