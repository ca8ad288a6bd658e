package org.quartermaster.catalog.inventory;

import java.math.BigDecimal;

/** A movement that is about to be written, with what it left behind. */
record Movement(
        StockRow row,
        Cause cause,
        BigDecimal deltaOnHand,
        BigDecimal deltaReserved,
        BigDecimal onHandAfter,
        BigDecimal reservedAfter) {}
